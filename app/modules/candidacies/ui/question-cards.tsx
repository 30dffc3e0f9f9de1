// Members' questions and the candidates' answers, each in a place of its own, answered or not.
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToCandidate } from "../links.ts";
import type { PublicAnswer, PublicQuestion } from "../queries/questions.server.ts";

export interface AnsweringCandidate {
  readonly id: string;
  readonly name: string;
}

/** Under each question every candidate of the contest in alphabetical order. */
export function QuestionCards({
  questions,
  candidates,
}: {
  readonly questions: readonly PublicQuestion[];
  readonly candidates: readonly AnsweringCandidate[];
}) {
  return (
    <ol className="space-y-6">
      {questions.map((question) => (
        <li key={question.id} className="rounded-lg border border-line bg-raised p-5">
          <QuestionText question={question} />
          <ul className="mt-4 grid gap-4 border-t border-line pt-4 md:grid-cols-2">
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <h4 className="font-semibold">
                  <TextLink to={linkToCandidate(candidate.id)} className="inline-block py-1">
                    {candidate.name}
                  </TextLink>
                </h4>
                <AnswerText answer={question.answers.find(({ candidacyId }) => candidacyId === candidate.id)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The questions with the answers of one candidate. */
export function QuestionsOfCandidate({
  questions,
  candidacyId,
}: {
  readonly questions: readonly PublicQuestion[];
  readonly candidacyId: string;
}) {
  const { t } = useTranslation("candidacies");
  if (questions.length === 0) return <EmptyState title={t("questions.none")} />;
  return (
    <ol className="space-y-6">
      {questions.map((question) => (
        <li key={question.id} className="rounded-lg border border-line bg-raised p-5">
          <QuestionText question={question} />
          <div className="mt-3 border-t border-line pt-3">
            <AnswerText answer={question.answers.find((answer) => answer.candidacyId === candidacyId)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function QuestionText({ question }: { readonly question: PublicQuestion }) {
  const { t } = useTranslation("candidacies");
  return (
    <>
      <h3 lang={question.language} className="max-w-text whitespace-pre-line break-words text-lg font-semibold">
        {question.text}
      </h3>
      <p className="mt-1 text-sm text-ink-soft">
        {question.organizationName} · <Instant at={question.askedAt} isUtcOnly />
      </p>
      {question.redactionReason === null ? null : (
        <p className="mt-1 text-sm text-ink-soft">{t("questions.redacted", { reason: question.redactionReason })}</p>
      )}
    </>
  );
}

function AnswerText({ answer }: { readonly answer: PublicAnswer | undefined }) {
  const { t } = useTranslation("candidacies");
  if (answer === undefined) return <p className="text-ink-soft">{t("questions.notAnswered")}</p>;
  return (
    <p lang={answer.language} className="max-w-text whitespace-pre-line break-words">
      {answer.text}
    </p>
  );
}
