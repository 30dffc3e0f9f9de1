// Every module uses the same few names, so that whoever knows one room finds the way in all of them.
import { expect, test } from "vitest";
import { listFiles, listModuleFolders, listNames, textOf } from "./source-files.ts";

/** name → what belongs there. The failure message shows it. */
const allowedNames: Record<string, string> = {
  "README.md": "at most 60 lines: purpose, words, who uses it, rules and their sources, what it must never do",
  "module.ts": "permissions and navigation",
  "index.server.ts": "front door for server code",
  "index.ts": "front door for types and pure functions",
  "events.ts": "facts this module announces",
  "links.ts": "functions that make this module's URLs",
  "urls.js": "this module's URL table",
  "command-line.ts": "this module's verbs of the command line",
  domain: "pure decisions, one rule a file",
  commands: "verb-noun.server.ts, what changes something; verb-noun.input.ts, its schema",
  queries: "noun.server.ts, reads shaped for their reader",
  jobs: "verb-noun.server.ts, work in the background",
  routes: "open, my, staff, api: thin doors",
  ui: "React, kebab-case",
  messages: "es.json en.json pt.json",
};

const doors = ["open", "my", "staff", "api"];

const vocabulary = Object.entries(allowedNames)
  .map(([name, purpose]) => `  ${name.padEnd(16)} ${purpose}`)
  .join("\n");

/** Names in a folder that the vocabulary does not have; a sub-concern may use the same vocabulary one level down. */
function strangers(folder: string, mayHaveSubConcerns: boolean): string[] {
  return listNames(folder).flatMap(({ name, isFolder }) => {
    if (name in allowedNames || /\.test\.tsx?$/.test(name)) return [];
    if (isFolder && mayHaveSubConcerns) return strangers(`${folder}/${name}`, false);
    return [`${folder}/${name}`];
  });
}

test.each(listModuleFolders())("%s uses the names of the vocabulary and no others", (name) => {
  const found = strangers(`app/modules/${name}`, true);
  expect(found, `A module may have, at its first level or in a folder for a sub-concern:\n${vocabulary}\n`).toEqual([]);
});

test.each(listModuleFolders())("%s says in a README of at most 60 lines what it is for", (name) => {
  const lines = textOf(`app/modules/${name}/README.md`).trimEnd().split("\n").length;
  expect(lines).toBeLessThanOrEqual(60);
});

const places: [what: string, folder: RegExp, name: RegExp, instead: string][] = [
  [
    "commands",
    /\/commands\//,
    /^[a-z]+(-[a-z0-9]+)+\.(server|input)\.ts$/,
    "verb-noun.server.ts or verb-noun.input.ts",
  ],
  ["jobs", /\/jobs\//, /^[a-z]+(-[a-z0-9]+)+\.server\.ts$/, "verb-noun.server.ts"],
  ["queries", /\/queries\//, /\.server\.ts$/, "noun-or-question.server.ts"],
  ["messages", /\/messages\//, /^(es|en|pt)\.json$/, "es.json, en.json, pt.json"],
];

test.each(places)("files in %s are named alike", (_what, folder, name, instead) => {
  const found = listFiles("app/modules").filter((path) => folder.test(path) && !/\.test\.tsx?$/.test(path));
  const strange = found.filter((path) => !name.test(path.split("/").pop() ?? ""));
  expect(strange, `Name them ${instead}.`).toEqual([]);
});

test("routes stand behind one of the four doors", () => {
  const routes = listFiles("app/modules").filter((path) => path.includes("/routes/"));
  // What several doors do alike may stand beside them: routes/x.server.ts.
  const strange = routes.filter((path) => {
    const [, behind = ""] = path.split("/routes/");
    return !doors.includes(behind.split("/")[0] ?? "") && !/^[a-z-]+\.server\.ts$/.test(behind);
  });
  expect(strange, `The doors are ${doors.join(", ")}.`).toEqual([]);
});
