// Documents that name files which are gone teach nobody. Links and paths in Markdown must exist; so must the words of the glossary.
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { modules } from "../../app/modules.js";
import { exists, listCommittedFiles, listFiles, placeOf, textOf } from "./source-files.ts";

const documents = listCommittedFiles().filter((path) => path.endsWith(".md"));

/** Markdown without fenced blocks: examples may speak of files that a reader is about to make. */
function prose(path: string): string {
  return textOf(path).replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, " "));
}

test.each(documents)("links in %s lead somewhere", (path) => {
  const text = prose(path);
  const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
    const [target = ""] = (match[1] ?? "").split("#");
    if (target === "" || /^(https?|mailto):/.test(target)) return [];
    return exists(normalize(join(dirname(path), target))) ? [] : [`${placeOf(path, text, match.index)} → ${target}`];
  });
  expect(broken).toEqual([]);
});

test.each(documents)("paths that %s mentions exist", (path) => {
  const text = prose(path);
  const broken = [...text.matchAll(/`((?:app|docs|emails|prisma|public|test)\/[\w./-]+)`/g)].flatMap((match) => {
    const [, target = ""] = match;
    return exists(target.replace(/\/$/, "")) ? [] : [`${placeOf(path, text, match.index)} mentions ${target}`];
  });
  expect(broken).toEqual([]);
});

test("the glossary has every module", () => {
  const glossary = textOf("docs/glossary.md").toLowerCase();
  expect(Object.keys(modules).filter((name) => !glossary.includes(name.replaceAll("-", " ")))).toEqual([]);
});

test("the glossary has every model", () => {
  const glossary = textOf("docs/glossary.md");
  const models = listFiles("prisma/schema").flatMap((file) =>
    [...textOf(file).matchAll(/^model (\w+)/gm)].map(([, name = ""]) => name),
  );
  const missing = models.filter((name) => !glossary.includes(`\`${name}\``));
  expect(
    missing,
    "Write the term with its Spanish and Portuguese into docs/glossary.md, the model in backticks.",
  ).toEqual([]);
});

test("a term stands in the glossary once", () => {
  const terms = [...textOf("docs/glossary.md").matchAll(/^\| (?!English )([^|(]+?) (?:\(.*?\) )?\|/gm)].map(
    ([, term = ""]) => term,
  );
  expect(terms.length).toBeGreaterThan(100);
  expect(terms.filter((term, place) => terms.indexOf(term) !== place)).toEqual([]);
});

test("decisions are numbered without gaps and say what they must", () => {
  const decisions = listFiles("docs/decisions", /\/\d{4}-[a-z0-9-]+\.md$/);
  expect(decisions.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))).toEqual(decisions.map((_, index) => index));
  const headings = ["Date:", "Status:", "## Context", "## Decision", "## Consequences"];
  const incomplete = decisions.filter((path) => !headings.every((heading) => textOf(path).includes(heading)));
  expect(incomplete, `A decision has ${headings.join(", ")}.`).toEqual([]);
});
