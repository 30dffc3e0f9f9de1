// The ballot: one contest on one page, every candidate in sight in an order drawn for this visit, blank as a choice like any other.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { ContestView } from "../../queries/contests.server.ts";
import { useAnswerName } from "./answer-name.ts";
import type { BoothElection } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import { AnswerChoice, BlankChoice, CandidateChoice } from "./candidate-choice.tsx";
import type { BallotQuestionText } from "./choices.ts";
import { hasChoices, noChoices } from "./choices.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepBallotProps {
  readonly election: BoothElection;
  readonly questions: readonly BallotQuestionText[];
  readonly state: BoothState;
  readonly onToggle: (position: number) => void;
  readonly onBlank: () => void;
  readonly onClear: () => void;
  readonly onNext: () => void;
  readonly onOpenContest: (contest: number) => void;
}

export function StepBallot(props: StepBallotProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const id = useId();
  const { election, questions, state, onClear } = props;
  const contest = election.contests[state.contest];
  const question = questions[state.contest];
  if (contest === undefined || question === undefined) return null;
  const isOnly = questions.length === 1;
  const heading =
    isOnly && question.kind === "candidates"
      ? t("booth.ballot.title", { max: question.max })
      : inLanguage(contest.title, language);
  const choices = state.choices[state.contest] ?? noChoices;
  return (
    <div className="space-y-5">
      {/* Why the key: each contest is a page of its own, and its heading takes the focus. */}
      <StepHeading key={contest.id} takesFocus={state.hasMoved}>
        {isOnly ? null : (
          <span className="block font-sans text-sm font-semibold text-ink-soft">
            {t("booth.ballot.position", { number: state.contest + 1, count: questions.length })}{" "}
          </span>
        )}
        {heading}
      </StepHeading>
      <fieldset className="space-y-4">
        <legend className="sr-only">{heading}</legend>
        <Explanation id={`${id}-rule`} contest={contest} question={question} />
        <Answers {...props} contest={contest} question={question} describedBy={`${id}-rule`} />
      </fieldset>
      <div className="min-h-touch">
        {hasChoices(choices) ? (
          <Button variant="quiet" onClick={onClear}>
            {t("booth.ballot.clear")}
          </Button>
        ) : null}
      </div>
      <BallotFoot {...props} question={question} />
    </div>
  );
}

interface ExplanationProps {
  readonly id: string;
  readonly contest: ContestView;
  readonly question: BallotQuestionText;
}

function Explanation({ id, contest, question }: ExplanationProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const description = inLanguage(contest.description, language);
  return (
    <>
      {description === "" ? null : <p className="max-w-text whitespace-pre-line">{description}</p>}
      <p id={id} className="max-w-text text-lg">
        <RuleSentence question={question} />
      </p>
      {question.kind === "question" ? null : (
        <p className="max-w-text text-sm text-ink-soft">{t("booth.ballot.order")}</p>
      )}
    </>
  );
}

function RuleSentence({ question }: { readonly question: BallotQuestionText }) {
  const { t } = useTranslation("elections");
  const { kind, min, max, allowsBlank } = question;
  if (kind === "question") return <>{t("booth.question.rule")}</>;
  const key = min > 1 ? "booth.ballot.ruleBetween" : "booth.ballot.ruleUpTo";
  return (
    <>
      {t(key, { min, max })} {allowsBlank ? t("booth.ballot.ruleBlank") : null}
    </>
  );
}

interface AnswersProps extends StepBallotProps {
  readonly contest: ContestView;
  readonly question: BallotQuestionText;
  readonly describedBy: string;
}

function Answers({ state, contest, question, describedBy, onToggle, onBlank }: AnswersProps) {
  const nameOf = useAnswerName();
  const choices = state.choices[state.contest] ?? noChoices;
  const mark = { isSingle: question.max === 1, describedBy, name: `contest-${contest.position}` };
  const isChosen = (position: number) => choices.chosen.includes(position);
  if (question.kind === "question") {
    return (
      <ul className="space-y-3">
        {question.answers.map((answer, position) => (
          <AnswerChoice
            key={answer}
            {...mark}
            title={nameOf(question, position)}
            isChosen={isChosen(position)}
            onToggle={() => onToggle(position)}
          />
        ))}
      </ul>
    );
  }
  return (
    <ul className="space-y-3">
      {(state.orders[state.contest] ?? []).map((position) => {
        const candidate = contest.candidates.find((each) => each.position === position);
        return candidate === undefined ? null : (
          <CandidateChoice
            key={position}
            {...mark}
            candidate={candidate}
            isChosen={isChosen(position)}
            onToggle={() => onToggle(position)}
          />
        );
      })}
      {question.allowsBlank ? <BlankChoice {...mark} isChosen={choices.isBlank} onToggle={onBlank} /> : null}
    </ul>
  );
}

type FootProps = StepBallotProps & { readonly question: BallotQuestionText };

/** Always in sight: how many are chosen, what just happened, and the way on. */
function BallotFoot({ questions, question, state, onNext, onOpenContest }: FootProps) {
  const { t } = useTranslation("elections");
  const choices = state.choices[state.contest] ?? noChoices;
  const isLast = state.contest === questions.length - 1;
  return (
    <div className="-mx-4 border-t-2 border-line-strong bg-surface px-4 py-3 sm:-mx-6 sm:px-6 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:bottom-0">
      <Notice question={question} state={state} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="tabular font-semibold">
          {choices.isBlank
            ? t("booth.ballot.blankChosen")
            : t(question.kind === "question" ? "booth.question.counter" : "booth.ballot.counter", {
                count: choices.chosen.length,
                max: question.max,
              })}
        </p>
        <div className="flex flex-1 basis-full flex-wrap gap-2 sm:flex-none sm:basis-auto">
          {state.contest > 0 && !state.hasReviewed ? (
            <Button onClick={() => onOpenContest(state.contest - 1)} className="flex-1 sm:flex-none">
              {t("booth.ballot.back")}
            </Button>
          ) : null}
          <Button variant="primary" onClick={onNext} className="flex-1 sm:flex-none">
            {isLast || state.hasReviewed
              ? t("booth.ballot.next")
              : t("booth.ballot.nextContest", { number: state.contest + 2, count: questions.length })}
          </Button>
        </div>
      </div>
    </div>
  );
}

interface NoticeProps {
  readonly question: BallotQuestionText;
  readonly state: BoothState;
}

/** Stays on the page so that what appears in it is spoken. */
function Notice({ question, state }: NoticeProps) {
  const sentence = useNoticeSentence(question, state);
  const isWarning = state.notice === "over-limit" || state.notice === "incomplete";
  return (
    <div role={isWarning ? "alert" : "status"}>
      {sentence === undefined ? null : (
        <p
          className={
            isWarning
              ? "mb-2 border-s-4 border-warning bg-warning-soft px-3 py-2 text-sm"
              : "mb-2 border-s-4 border-accent bg-accent-soft px-3 py-2 text-sm"
          }
        >
          {sentence}
        </p>
      )}
    </div>
  );
}

function useNoticeSentence(question: BallotQuestionText, state: BoothState): string | undefined {
  const { t } = useTranslation("elections");
  const { list } = useFormats();
  const { chosen } = state.choices[state.contest] ?? noChoices;
  switch (state.notice) {
    case null:
      return undefined;
    case "over-limit":
      return t("booth.ballot.notice.overLimit", {
        max: question.max,
        name: question.answers[state.refusedPosition ?? -1] ?? "",
        chosen: list(chosen.map((position) => question.answers[position] ?? "")),
      });
    case "blank-cleared-candidates":
      return t("booth.ballot.notice.blankCleared");
    case "candidate-cleared-blank":
      return t("booth.ballot.notice.candidateCleared");
    case "incomplete":
      if (question.kind === "question") return t("booth.question.incomplete");
      return t(question.allowsBlank ? "booth.ballot.notice.incompleteOrBlank" : "booth.ballot.notice.incomplete", {
        min: Math.max(1, question.min),
      });
  }
}
