// A questionnaire while it is written, and what it says of what changes.
import { describe, expect, test } from "vitest";
import { defaultQuestionnaire } from "./default-questionnaire.ts";
import { readAnswers, unanswered } from "./questionnaire.ts";
import { questionnaireDifferences } from "./questionnaire-differences.ts";
import type { Draft } from "./questionnaire-draft.ts";
import {
  documentOfDraft,
  draftOf,
  draftOfFields,
  nameInDraft,
  pressed,
  problemsOfDraft,
} from "./questionnaire-draft.ts";

/** As a browser sends it: a mark that is not set is not sent. */
function fieldsOf(draft: Draft): Record<string, string> {
  const all = draft.flatMap((question, place) =>
    (Object.keys(question) as (keyof Draft[number])[]).map((field): [string, string | boolean] => [
      nameInDraft(place, field),
      question[field],
    ]),
  );
  return Object.fromEntries(
    all.filter(([, value]) => value !== false).map(([name, value]) => [name, value === true ? "on" : String(value)]),
  );
}

const whole = draftOf(defaultQuestionnaire);
const keysOf = (draft: Draft) => draft.map(({ key }) => key);

describe("the draft of a questionnaire", () => {
  test("goes through a form and comes back as the same questionnaire", () => {
    expect(draftOfFields(fieldsOf(whole))).toEqual(whole);
    expect(problemsOfDraft(whole)).toEqual([]);
    expect(documentOfDraft(whole)).toEqual(defaultQuestionnaire);
  });

  test("questions move within their section only, are taken out, and a new one stands at the end of its section", () => {
    expect(keysOf(pressed(whole, "down.0")).slice(0, 2)).toEqual(["staff", "other-body"]);
    expect(keysOf(pressed(whole, "up.4"))).toEqual(keysOf(whole));
    expect(keysOf(pressed(whole, "up.0"))).toEqual(keysOf(whole));
    expect(keysOf(pressed(whole, "remove.4"))).not.toContain("experience");
    const twice = pressed(pressed(whole, "add.incompatibilities"), "add.incompatibilities");
    expect(keysOf(twice).slice(4, 6)).toEqual(["question-1", "question-2"]);
    expect(pressed(whole, "add.parliament")).toEqual(whole);
    expect(pressed(whole, "preview")).toEqual(whole);
  });

  test("says of each field what is missing, and what is no room for an answer", () => {
    const [first, ...others] = pressed([], "add.capacities").map((question) => ({
      ...question,
      en: "Why?",
      most: "20",
    }));
    expect(problemsOfDraft([first!, ...others])).toEqual([
      { field: "question.0.es", key: "problems.questionMissing.es" },
      { field: "question.0.pt", key: "problems.questionMissing.pt" },
      { field: "question.0.most", key: "problems.roomMalformed" },
    ]);
    expect(problemsOfDraft([])).toEqual([{ field: "", key: "problems.noQuestion" }]);
    const many = Array.from({ length: 21 }).reduce<Draft>((draft) => pressed(draft, "add.suitability"), []);
    expect(problemsOfDraft(many)).toContainEqual({ field: "", key: "problems.tooManyQuestions" });
  });

  test("an answer that need not be given may be left out, and has as much room as the question says", () => {
    const optional = whole.map((question) => ({ ...question, isRequired: false, most: "60" }));
    const document = documentOfDraft(optional);
    expect(unanswered(document, {})).toEqual([]);
    expect(unanswered(document, { staff: { choice: "yes", words: "" } })).toEqual(["staff"]);
    expect(readAnswers(document, { "words.reasons": "x".repeat(61) }).tooLong).toEqual(["reasons"]);
    expect(unanswered(defaultQuestionnaire, {})).toHaveLength(whole.length);
  });
});

test("what changes of a questionnaire is said by question and field, and nothing where nothing does", () => {
  expect(questionnaireDifferences(defaultQuestionnaire, defaultQuestionnaire)).toEqual([]);
  const changed = pressed(pressed(whole, "down.1"), "remove.0").map((question) =>
    question.key === "time" ? { ...question, pt: "Tem tempo?", explainWhen: "never" as const } : question,
  );
  expect(questionnaireDifferences(defaultQuestionnaire, documentOfDraft(changed))).toEqual([
    { field: "questions.1.place", before: 3, after: 1 },
    { field: "questions.2.place", before: 2, after: 2 },
    {
      field: "questions.6.pt",
      before: "Dispõe do tempo que o cargo exige, viagens incluídas?",
      after: "Tem tempo?",
    },
    { field: "questions.6.explainWhen", before: "no", after: "never" },
    {
      field: "removedQuestions.1.text",
      before: defaultQuestionnaire.sections[0]?.questions[0]?.label,
      after: null,
    },
  ]);
});
