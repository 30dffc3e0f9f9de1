// The examples of SPECIFICATION.md are executed, and its list of checks is the list of checks.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as library from "./index.ts";

interface Example {
  readonly call: string;
  readonly with: readonly unknown[];
  readonly gives: unknown;
}

const text = readFileSync(new URL("./SPECIFICATION.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/```example\n([^`]*)```/g)]
  .flatMap(([, block = ""]) => block.trim().split("\n"))
  .map((line) => JSON.parse(line) as Example);
const functions = new Map(Object.entries(library).filter(([, exported]) => typeof exported === "function"));

// Requirement: CM 35, CM 36
test.each(examples)("the example of $call is true", ({ call, with: inputs, gives }) => {
  const called = functions.get(call) as ((...inputs: readonly unknown[]) => unknown) | undefined;
  expect(called?.(...inputs)).toEqual(gives);
});

test("the specification has examples", () => {
  expect(examples.length).toBeGreaterThan(8);
});

test("the specification names every check", () => {
  const section = text.slice(text.indexOf("## 10."));
  expect([...section.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual([...library.checkNames]);
});
