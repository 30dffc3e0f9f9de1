// A refusal that has no sentence is a riddle for the person who is refused.
import { expect, test } from "vitest";
import { languages, sentencesIn } from "./sentences.ts";
import { listFiles, listModuleFolders, placeOf, textOf, withoutComments } from "./source-files.ts";

const codePatterns = [/\brefuse\(\s*"([A-Z][A-Z0-9_]+)"/g, /\bcode:\s*"([A-Z][A-Z0-9_]+)"/g];

/** Code → where it is first used. */
function codesOf(module: string): Map<string, string> {
  const codes = new Map<string, string>();
  for (const path of listFiles(`app/modules/${module}`, /\.tsx?$/)) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const source = withoutComments(textOf(path));
    for (const match of codePatterns.flatMap((pattern) => [...source.matchAll(pattern)])) {
      const [, code = ""] = match;
      if (!codes.has(code)) codes.set(code, placeOf(path, source, match.index));
    }
  }
  return codes;
}

test.each(listModuleFolders())("every refusal of %s has a sentence in three languages", (module) => {
  const codes = codesOf(module);
  const lacking = new Map([...codes.keys()].map((code): [string, string[]] => [code, []]));
  for (const language of languages) {
    const sentences = sentencesIn(`app/modules/${module}/messages`, language);
    for (const [code, without] of lacking) if (!sentences.has(`refusals.${code}`)) without.push(language);
  }
  const missing = [...lacking]
    .filter(([, without]) => without.length > 0)
    .map(([code, without]) => `refusals.${code} in ${without.join(", ")} (${codes.get(code)})`);
  expect(missing, `Write them into app/modules/${module}/messages/.`).toEqual([]);
});
