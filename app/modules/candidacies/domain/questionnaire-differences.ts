// What one version of a questionnaire asks that another does not, question by question, as the second person and the log read it.
import type { ProposedChange } from "#app/modules/approvals/index.server.ts";
import type { QuestionnaireDocument, QuestionOfDocument } from "./questionnaire.ts";

interface NumberedQuestion extends QuestionOfDocument {
  readonly section: string;
  readonly number: number;
}

/** Questions are the same by their key; they are called by their number, which people see. */
export function questionnaireDifferences(
  before: QuestionnaireDocument | undefined,
  after: QuestionnaireDocument,
): ProposedChange[] {
  const [was, is] = [before === undefined ? [] : numbered(before), numbered(after)];
  const kept = was.filter((question) => is.some(({ key }) => key === question.key));
  const changed = is.flatMap((question) => {
    const old = was.find(({ key }) => key === question.key);
    const [facts, factsBefore] = [factsOf(question), old === undefined ? undefined : factsOf(old)];
    const rows = Object.entries(facts).map(([field, value]) => ({
      field: `questions.${question.number}.${field}`,
      before: factsBefore?.[field] ?? null,
      after: value,
    }));
    return [...rows.filter((row) => row.before !== row.after), ...moved(question, kept, is)];
  });
  const removed = was
    .filter((question) => !kept.includes(question))
    .map(({ number, label }) => ({ field: `removedQuestions.${number}.text`, before: { ...label }, after: null }));
  return [...changed, ...removed];
}

function numbered({ sections }: QuestionnaireDocument): NumberedQuestion[] {
  return sections
    .flatMap(({ key: section, questions }) => questions.map((question) => ({ ...question, section })))
    .map((question, place) => ({ ...question, number: place + 1 }));
}

function factsOf(question: NumberedQuestion): Readonly<Record<string, string | number | boolean>> {
  const { label, section, kind, isRequired, isPublic, explainWhen, most } = question;
  const { es, en, pt } = label;
  return { es, en, pt, section, kind, isRequired, isPublic, explainWhen: explainWhen ?? "never", most };
}

/** A question that stands at another place among those that were there before. */
function moved(
  { key, number }: NumberedQuestion,
  kept: readonly NumberedQuestion[],
  is: readonly NumberedQuestion[],
): ProposedChange[] {
  const old = kept.findIndex((question) => question.key === key);
  const now = is
    .filter((question) => kept.some((each) => each.key === question.key))
    .findIndex((question) => question.key === key);
  if (old === -1 || old === now) return [];
  return [{ field: `questions.${number}.place`, before: kept[old]?.number ?? null, after: number }];
}
