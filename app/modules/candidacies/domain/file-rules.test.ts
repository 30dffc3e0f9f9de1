import { describe, expect, test } from "vitest";
import { biographyInput } from "../commands/save-file.input.ts";
import { asPublic } from "./candidacy-row.ts";
import type { Candidacy } from "./candidacy.ts";
import type { CandidacyFacts } from "./candidacy-state.ts";
import { canBeDecided, isAlive, mayWithdraw, stateOf } from "./candidacy-state.ts";
import { completenessOf, isComplete } from "./completeness.ts";
import { countryOptions } from "./country-options.ts";
import { defaultQuestionnaire } from "./default-questionnaire.ts";
import { fileLimits, lengthOf } from "./file-limits.ts";
import { publicWordsOf } from "./public-words.ts";
import { answersToMind, questionnaireDocument, questionsOf, readAnswers, unanswered } from "./questionnaire.ts";
import { redact } from "./redaction.ts";

const nothing: CandidacyFacts = {
  acceptedAt: null,
  declinedAt: null,
  decision: null,
  correctUntil: null,
  publishedAt: null,
  withdrawnAt: null,
};
const at = new Date("2026-03-02T15:00:00Z");

describe("the state of a candidacy", () => {
  test.each([
    ["nominated", {}],
    ["declined", { declinedAt: at }],
    ["accepted", { acceptedAt: at }],
    ["correcting", { acceptedAt: at, correctUntil: at }],
    ["admitted", { acceptedAt: at, decision: "admitted" }],
    ["published", { acceptedAt: at, decision: "admitted", publishedAt: at }],
    ["rejected", { acceptedAt: at, decision: "rejected", publishedAt: at }],
    ["withdrawn", { acceptedAt: at, decision: "admitted", publishedAt: at, withdrawnAt: at }],
  ] as const)("is %s by the newest of its facts", (state, facts) => {
    expect(stateOf({ ...nothing, ...facts })).toBe(state);
  });

  test("only living candidacies count, only accepted ones are decided, and nobody withdraws twice", () => {
    expect((["nominated", "published"] as const).every(isAlive)).toBe(true);
    expect((["declined", "withdrawn", "rejected"] as const).some(isAlive)).toBe(false);
    expect((["nominated", "declined", "withdrawn"] as const).some(canBeDecided)).toBe(false);
    expect((["nominated", "withdrawn", "rejected"] as const).some(mayWithdraw)).toBe(false);
  });
});

describe("a candidate's file", () => {
  const file = {
    hasAccepted: true,
    citizenships: ["HN"],
    country: "HN",
    employer: "Red",
    questionnaire: defaultQuestionnaire,
    answers: {},
    biography: { es: "", en: "", pt: "" },
    hasPhoto: false,
    endorsementsGiven: 0,
    endorsementsNeeded: 2,
  };

  test("says of each part how much is there and what is missing", () => {
    const lines = completenessOf({ ...file, biography: { es: "Hola", en: " ", pt: "" }, endorsementsGiven: 1 });
    expect(lines.find(({ part }) => part === "translations")).toMatchObject({ done: 1, of: 3, missing: ["en", "pt"] });
    expect(lines.find(({ part }) => part === "endorsements")).toMatchObject({ done: 1, of: 2 });
    expect(lines.find(({ part }) => part === "questionnaire")?.missing).toHaveLength(10);
    expect(isComplete(lines)).toBe(false);
  });

  test("is complete with one language; the missing ones are marked, not demanded", () => {
    const answers = Object.fromEntries(
      questionsOf(defaultQuestionnaire).map(({ key, kind, explainWhen }) => [
        key,
        kind === "words"
          ? ({ choice: "", words: "Sí." } as const)
          : ({ choice: explainWhen === "no" ? "yes" : "no", words: "" } as const),
      ]),
    );
    const whole = { ...file, answers, biography: { es: "", en: "", pt: "Olá" }, hasPhoto: true, endorsementsGiven: 2 };
    expect(isComplete(completenessOf(whole))).toBe(true);
    expect(completenessOf({ ...whole, endorsementsNeeded: 0 }).some(({ part }) => part === "endorsements")).toBe(false);
  });

  test("an answer that must be explained is unanswered without its words, and is pointed out", () => {
    const { answers } = readAnswers(defaultQuestionnaire, { "choice.staff": "yes", "choice.other-body": "perhaps" });
    expect(unanswered(defaultQuestionnaire, answers)).toContain("staff");
    expect(unanswered(defaultQuestionnaire, answers)).toContain("other-body");
    expect(answersToMind(defaultQuestionnaire, answers)).toEqual(["staff"]);
  });

  test("publishes the questions that say so and no others, answered or not", () => {
    const words = publicWordsOf(defaultQuestionnaire, { staff: { choice: "yes", words: "secret" } });
    expect(words.map(({ key, text }) => [key, text])).toEqual([
      ["experience", ""],
      ["reasons", ""],
    ]);
  });

  test("the built-in questionnaire is a valid one, and one that asks the same twice is not", () => {
    expect(questionnaireDocument.parse(defaultQuestionnaire)).toEqual(defaultQuestionnaire);
    const [first] = defaultQuestionnaire.sections;
    expect(questionnaireDocument.safeParse({ sections: [first, first] }).success).toBe(false);
  });

  // Requirement: CM 5
  test("has the same space for everybody, counted as readers count", () => {
    const texts = (length: number) => ({ es: "ñ".repeat(length), en: "", pt: "", links: [] });
    expect(biographyInput.safeParse(texts(fileLimits.biography)).success).toBe(true);
    expect(biographyInput.safeParse(texts(fileLimits.biography + 1)).success).toBe(false);
    expect(lengthOf("a\r\nb👍")).toBe(4);
  });

  test.each(["javascript:alert(1)", "http://ana.example", "https://", "ana.example"])("takes no link %s", (link) => {
    expect(biographyInput.safeParse({ es: "", en: "", pt: "", links: [link] }).success).toBe(false);
  });

  // Requirement: CM 5
  test("shows the public the fields of a list: a new column is not public by accident", () => {
    const whole = { id: "1", name: "Ana", email: "ana@example.org", employerGroup: "G" } as unknown as Candidacy;
    expect(Object.keys(asPublic(whole))).not.toContain("email");
    expect(Object.keys(asPublic(whole))).not.toContain("employerGroup");
  });
});

test("blacked-out passages leave a mark, and one that is not there is noticed", () => {
  expect(redact("Pedro y Pedro", ["Pedro"])).toBe("█████ y █████");
  expect(redact("Pedro", ["Juan"])).toBeUndefined();
  expect(redact("Pedro", [" ", ""])).toBe("Pedro");
});

test("countries are in the order of each language, every one once", () => {
  const { es, en, pt } = countryOptions();
  expect(new Set(es.map(({ value }) => value)).size).toBe(es.length);
  expect([en.length, pt.length]).toEqual([es.length, es.length]);
  expect(en.find(({ value }) => value === "DE")?.label).toBe("Germany");
  expect(es.find(({ value }) => value === "DE")?.label).toBe("Alemania");
});
