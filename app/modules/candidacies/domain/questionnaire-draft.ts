// A questionnaire while it is written: the fields of a form, moved, added to and taken from by its buttons, without a program in the browser.
import { fileLimits, lengthOf } from "./file-limits.ts";
import type { QuestionnaireDocument, QuestionOfDocument, SectionKey } from "./questionnaire.ts";
import {
  fewestCharacters,
  longestQuestion,
  mostQuestionsOfSection,
  questionKinds,
  questionnaireDocument,
  sectionKeys,
} from "./questionnaire.ts";

export interface DraftQuestion {
  readonly key: string;
  readonly section: SectionKey;
  readonly kind: QuestionOfDocument["kind"];
  readonly es: string;
  readonly en: string;
  readonly pt: string;
  readonly explainWhen: "yes" | "no" | "never";
  readonly isPublic: boolean;
  readonly isRequired: boolean;
  readonly most: string;
}

/** In the order in which they are asked: section by section. */
export type Draft = readonly DraftQuestion[];

/** The name of a question's field in the form. */
export function nameInDraft(place: number, field: keyof DraftQuestion): string {
  return `question.${place}.${field}`;
}

export function draftOf({ sections }: QuestionnaireDocument): Draft {
  return sections.flatMap(({ key: section, questions }) =>
    questions.map(({ key, kind, label, explainWhen, isPublic, isRequired, most }) => {
      const said = { key, section, kind, ...label, isPublic, isRequired };
      return { ...said, explainWhen: explainWhen ?? ("never" as const), most: String(most) };
    }),
  );
}

/** The draft as a form sent it. */
export function draftOfFields(fields: Readonly<Record<string, string>>): Draft {
  const draft: DraftQuestion[] = [];
  for (let place = 0; fields[nameInDraft(place, "key")] !== undefined; place += 1) {
    const typed = (field: keyof DraftQuestion) =>
      (fields[nameInDraft(place, field)] ?? "").replaceAll("\r\n", "\n").trim();
    draft.push({
      key: typed("key"),
      section: oneOf(sectionKeys, typed("section")),
      kind: oneOf(questionKinds, typed("kind")),
      ...{ es: typed("es"), en: typed("en"), pt: typed("pt"), most: typed("most") },
      explainWhen: oneOf(["never", "yes", "no"] as const, typed("explainWhen")),
      isPublic: typed("isPublic") === "on",
      isRequired: typed("isRequired") === "on",
    });
  }
  return draft;
}

function oneOf<Word extends string>(words: readonly [Word, ...Word[]], typed: string): Word {
  return words.find((word) => word === typed) ?? words[0];
}

/** What a button of the form does: "add.capacities", "up.3", "down.3", "remove.3"; nothing where it is another button. */
export function pressed(draft: Draft, button: string): Draft {
  const [verb = "", what = ""] = button.split(".");
  const section = sectionKeys.find((key) => key === what);
  if (verb === "add" && section !== undefined) return inSections([...draft, newQuestion(draft, section)]);
  const place = Number(what);
  if (verb === "remove") return draft.filter((_question, each) => each !== place);
  if (verb === "up") return exchanged(draft, place, place - 1);
  return verb === "down" ? exchanged(draft, place, place + 1) : draft;
}

function newQuestion(draft: Draft, section: SectionKey): DraftQuestion {
  const numbers = draft.map(({ key }) => Number(/^question-(\d+)$/.exec(key)?.[1] ?? 0));
  const empty = { kind: "yes-no", es: "", en: "", pt: "", explainWhen: "never", isPublic: false } as const;
  const key = `question-${Math.max(0, ...numbers) + 1}`;
  return { ...empty, key, section, isRequired: true, most: String(fileLimits.questionnaireAnswer) };
}

/** Only within a section: the sections keep their order. */
function exchanged(draft: Draft, one: number, other: number): Draft {
  const [first, second] = [draft[one], draft[other]];
  if (first === undefined || second?.section !== first.section) return draft;
  return draft.map((question, place) => (place === one ? second : place === other ? first : question));
}

function inSections(draft: Draft): Draft {
  return sectionKeys.flatMap((key) => draft.filter(({ section }) => section === key));
}

export interface DraftProblem {
  readonly field: string;
  readonly key: string;
}

/** What stands in the way of asking it. */
export function problemsOfDraft(draft: Draft): DraftProblem[] {
  const ofQuestions = draft.flatMap((question, place) => [
    ...(["es", "en", "pt"] as const).flatMap((language) => {
      const field = nameInDraft(place, language);
      if (question[language] === "") return [{ field, key: `problems.questionMissing.${language}` }];
      return lengthOf(question[language]) > longestQuestion ? [{ field, key: "problems.tooLong" }] : [];
    }),
    ...(isRoom(question.most) ? [] : [{ field: nameInDraft(place, "most"), key: "problems.roomMalformed" }]),
  ]);
  const isTooLong = sectionKeys.some(
    (key) => draft.filter(({ section }) => section === key).length > mostQuestionsOfSection,
  );
  return [
    ...(draft.length === 0 ? [{ field: "", key: "problems.noQuestion" }] : []),
    ...(isTooLong ? [{ field: "", key: "problems.tooManyQuestions" }] : []),
    ...ofQuestions,
  ];
}

function isRoom(most: string): boolean {
  const room = Number(most);
  return Number.isInteger(room) && room >= fewestCharacters && room <= fileLimits.questionnaireAnswer;
}

/** The draft as what is asked; only of a draft without problems. Public are words alone: a yes or no is for the commission. */
export function documentOfDraft(draft: Draft): QuestionnaireDocument {
  const sections = sectionKeys.flatMap((key) => {
    const questions = draft
      .filter(({ section }) => section === key)
      .map(({ key: name, kind, es, en, pt, explainWhen, isPublic, isRequired, most }) => ({
        ...{ key: name, kind, label: { es, en, pt }, isRequired, most: Number(most) },
        explainWhen: kind === "words" || explainWhen === "never" ? null : explainWhen,
        isPublic: isPublic && kind === "words",
      }));
    return questions.length === 0 ? [] : [{ key, questions }];
  });
  return questionnaireDocument.parse({ sections });
}
