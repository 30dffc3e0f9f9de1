// app/modules.js is the map: what stands on it exists, what exists stands on it, and no way leads in a circle.
import { expect, test } from "vitest";
import { foundation, modules, modulesUsableBy } from "../../app/modules.js";
import dependencyRules from "./dependency-rules.mjs";
import { listModuleFolders } from "./source-files.ts";

test("every module on the map has a folder, and every folder is on the map", () => {
  expect(listModuleFolders()).toEqual(Object.keys(modules).sort());
});

test("a module uses only modules that are on the map", () => {
  const strangers = Object.keys(modules).flatMap((name) => modulesUsableBy(name).filter((used) => !(used in modules)));
  expect(strangers).toEqual([]);
});

test("no module reaches itself along the arrows", () => {
  const reachable = (name: string, seen: Set<string>): Set<string> => {
    for (const used of modulesUsableBy(name)) if (!seen.has(used)) reachable(used, seen.add(used));
    return seen;
  };
  expect(Object.keys(modules).filter((name) => reachable(name, new Set()).has(name))).toEqual([]);
});

test("the foundation uses nothing but what stands before it", () => {
  const wrong = foundation.flatMap((name, index) =>
    modulesUsableBy(name).filter((used) => !foundation.slice(0, index).includes(used)),
  );
  expect(wrong).toEqual([]);
});

test("every module has one line that says what it is for", () => {
  const silent = Object.entries(modules).filter(([, { purpose }]) => !/^[A-Z].{10,}\.$/.test(purpose));
  expect(silent).toEqual([]);
});

test("every dependency rule says what to do instead", () => {
  const { forbidden } = dependencyRules as { forbidden: readonly { name: string; comment: string }[] };
  expect(forbidden.filter(({ comment }) => comment.length < 40).map(({ name }) => name)).toEqual([]);
});
