// A last look before the vote is cast: what was chosen, for whom, with how many votes. Source: GOV.UK "check answers" pattern.
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { BoothEntry } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import type { BallotQuestionText } from "./choices.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepReviewProps {
  readonly contest: string;
  readonly question: BallotQuestionText;
  readonly state: BoothState;
  readonly entry: BoothEntry;
  readonly closesAt: string;
  readonly isClosed: boolean;
  readonly onChange: () => void;
  readonly onCast: () => void;
}

export function StepReview({ contest, question, state, entry, closesAt, isClosed, onChange, onCast }: StepReviewProps) {
  const { t } = useTranslation("elections");
  return (
    <div className="space-y-6">
      <StepHeading takesFocus={state.hasMoved}>{t("booth.review.title")}</StepHeading>
      <section className="rounded-lg border-2 border-ink bg-raised p-4 sm:p-6">
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3">
          <h3 className="text-lg font-semibold leading-snug">{contest}</h3>
          <Button variant="quiet" size="small" onClick={onChange}>
            {t("booth.review.change")}
            <span className="sr-only"> {t("booth.review.changeHidden", { contest })}</span>
          </Button>
        </div>
        <ChosenList question={question} state={state} />
        <UnderLimit question={question} state={state} />
      </section>
      <p className="max-w-text">
        {t("booth.review.what", { count: entry.votes, name: entry.organizationName })} {t("booth.voted.again")}{" "}
        <Instant at={closesAt} />. {t("booth.voted.lastCounts")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={onCast} disabled={isClosed} className="w-full sm:w-auto">
          {t("booth.review.cast", { name: entry.organizationName, count: entry.votes })}
        </Button>
        <Button onClick={onChange} className="w-full sm:w-auto">
          {t("booth.review.back")}
        </Button>
      </div>
    </div>
  );
}

function ChosenList({ question, state }: Pick<StepReviewProps, "question" | "state">) {
  const { t } = useTranslation("elections");
  const { chosen, isBlank } = state.choices;
  if (isBlank) return <p className="text-xl font-semibold">{t("booth.ballot.blank")}</p>;
  if (chosen.length === 0) return <p className="text-xl font-semibold">{t("booth.review.none")}</p>;
  return (
    <ul className="space-y-1.5">
      {state.order
        .filter((position) => chosen.includes(position))
        .map((position) => (
          <li key={position} className="text-xl font-semibold leading-snug">
            {question.answers[position]}
          </li>
        ))}
    </ul>
  );
}

/** Fewer than the most is a vote like any other; it is said, and nothing more. */
function UnderLimit({ question, state }: Pick<StepReviewProps, "question" | "state">) {
  const { t } = useTranslation("elections");
  const { chosen, isBlank } = state.choices;
  if (isBlank || question.max === 1 || chosen.length >= question.max) return null;
  return (
    <p className="mt-3 text-sm text-ink-soft">
      {t("booth.review.underLimit", { count: chosen.length, max: question.max })}
    </p>
  );
}
