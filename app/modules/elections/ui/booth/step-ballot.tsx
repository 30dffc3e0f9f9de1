// The ballot: one contest on one page, every candidate in sight in an order drawn for this visit, blank as a choice like any other.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BoothElection } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import { BlankChoice, CandidateChoice } from "./candidate-choice.tsx";
import type { BallotQuestionText } from "./choices.ts";
import { hasChoices } from "./choices.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepBallotProps {
  readonly election: BoothElection;
  readonly question: BallotQuestionText;
  readonly state: BoothState;
  readonly onToggle: (position: number) => void;
  readonly onBlank: () => void;
  readonly onClear: () => void;
  readonly onReview: () => void;
}

export function StepBallot({ election, question, state, onToggle, onBlank, onClear, onReview }: StepBallotProps) {
  const { t } = useTranslation("elections");
  const id = useId();
  const { choices, order } = state;
  const isSingle = question.max === 1;
  const mark = { isSingle, describedBy: `${id}-rule` };
  return (
    <div className="space-y-5">
      <StepHeading takesFocus={state.hasMoved}>{t("booth.ballot.title", { max: question.max })}</StepHeading>
      <fieldset className="space-y-4">
        <legend className="sr-only">{t("booth.ballot.title", { max: question.max })}</legend>
        <div id={`${id}-rule`} className="max-w-text space-y-1">
          <p className="text-lg">
            <RuleSentence question={question} />
          </p>
        </div>
        <p className="max-w-text text-sm text-ink-soft">{t("booth.ballot.order")}</p>
        <ul className="space-y-3">
          {order.map((position) => {
            const candidate = election.contests[0]?.candidates.find((each) => each.position === position);
            if (candidate === undefined) return null;
            return (
              <CandidateChoice
                key={position}
                {...mark}
                candidate={candidate}
                isChosen={choices.chosen.includes(position)}
                onToggle={() => onToggle(position)}
              />
            );
          })}
          {question.allowsBlank ? <BlankChoice {...mark} isChosen={choices.isBlank} onToggle={onBlank} /> : null}
        </ul>
      </fieldset>
      <div className="min-h-touch">
        {hasChoices(choices) ? (
          <Button variant="quiet" onClick={onClear}>
            {t("booth.ballot.clear")}
          </Button>
        ) : null}
      </div>
      <BallotFoot question={question} state={state} onReview={onReview} />
    </div>
  );
}

function RuleSentence({ question }: { readonly question: BallotQuestionText }) {
  const { t } = useTranslation("elections");
  const { min, max, allowsBlank } = question;
  const key = min > 1 ? "booth.ballot.ruleBetween" : "booth.ballot.ruleUpTo";
  return (
    <>
      {t(key, { min, max })} {allowsBlank ? t("booth.ballot.ruleBlank") : null}
    </>
  );
}

type FootProps = Pick<StepBallotProps, "question" | "state" | "onReview">;

/** Always in sight: how many are chosen, what just happened, and the way on. */
function BallotFoot({ question, state, onReview }: FootProps) {
  const { t } = useTranslation("elections");
  const { choices } = state;
  return (
    <div className="-mx-4 border-t-2 border-line-strong bg-surface px-4 py-3 sm:-mx-6 sm:px-6 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:bottom-0">
      <Notice question={question} state={state} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="tabular font-semibold">
          {choices.isBlank
            ? t("booth.ballot.blankChosen")
            : t("booth.ballot.counter", { count: choices.chosen.length, max: question.max })}
        </p>
        <Button variant="primary" onClick={onReview} className="flex-1 sm:flex-none">
          {t("booth.ballot.next")}
        </Button>
      </div>
    </div>
  );
}

/** Stays on the page so that what appears in it is spoken. */
function Notice({ question, state }: Pick<StepBallotProps, "question" | "state">) {
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
  switch (state.notice) {
    case null:
      return undefined;
    case "over-limit":
      return t("booth.ballot.notice.overLimit", {
        max: question.max,
        name: question.answers[state.refusedPosition ?? -1] ?? "",
        chosen: list(state.choices.chosen.map((position) => question.answers[position] ?? "")),
      });
    case "blank-cleared-candidates":
      return t("booth.ballot.notice.blankCleared");
    case "candidate-cleared-blank":
      return t("booth.ballot.notice.candidateCleared");
    case "incomplete":
      return t(question.allowsBlank ? "booth.ballot.notice.incompleteOrBlank" : "booth.ballot.notice.incomplete", {
        min: Math.max(1, question.min),
      });
  }
}
