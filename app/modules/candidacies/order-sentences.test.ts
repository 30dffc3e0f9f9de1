import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Sentences = { readonly [key: string]: Sentences | string };

const words = {
  es: { alphabetical: /alfabético/i, random: /al azar/i },
  en: { alphabetical: /alphabetical/i, random: /random/i },
  pt: { alphabetical: /alfabética/i, random: /aleatória/i },
} as const;
const languages = Object.keys(words) as (keyof typeof words)[];

function textOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function sentenceOf(module: string, language: string, key: string): string {
  const sentences = JSON.parse(textOf(`../${module}/messages/${language}.json`)) as Sentences;
  const found = key
    .split(".")
    .reduce<Sentences | string>((level, part) => (typeof level === "string" ? level : (level[part] ?? "")), sentences);
  if (typeof found !== "string" || found === "") throw new Error(`${module}:${key} in ${language}`);
  return found;
}

/** Page → the key of the sentence that it says about the order, which the page's source must ask for. */
const lists = [
  ["candidacies", "public.order", "routes/open/candidates.tsx"],
  ["elections", "public.candidates.order", "../elections/ui/public/contest-list.tsx"],
] as const;

// Requirement: L11
test.each(lists)(
  "%s %s: every language says that the list is alphabetical and the booth is not",
  (module, key, page) => {
    expect(textOf(`./${page}`)).toContain(`t("${key}")`);
    for (const language of languages) {
      const [list = "", ...booth] = sentenceOf(module, language, key).split(/(?<=\.)\s/);
      const { alphabetical, random } = words[language];
      expect(list, language).toMatch(alphabetical);
      expect(list, language).not.toMatch(random);
      expect(booth.join(" "), language).toMatch(random);
      expect(booth.join(" "), language).not.toMatch(alphabetical);
    }
  },
);

// Requirement: CM 10, L11
test("where the order is random, in the booth, no language says alphabetical", () => {
  expect(textOf("../elections/ui/booth/step-ballot.tsx")).toContain('t("booth.ballot.order")');
  for (const language of languages) {
    const sentence = sentenceOf("elections", language, "booth.ballot.order");
    expect(sentence, language).toMatch(words[language].random);
    expect(sentence, language).not.toMatch(words[language].alphabetical);
  }
});

// Requirement: L11
test("what the commission reads before it publishes says the same of both orders", () => {
  for (const language of languages) {
    const sentence = sentenceOf("candidacies", language, "review.publishText");
    expect(sentence, language).toMatch(words[language].alphabetical);
    expect(sentence, language).toMatch(words[language].random);
  }
});
