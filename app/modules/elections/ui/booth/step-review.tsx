// A last look before the vote is cast: contest by contest what was chosen, for whom, with how many votes.
// Source: GOV.UK "check answers" pattern.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ContestView } from "../../queries/elections.server.ts";
import { WithdrawnMark } from "../public/candidate-note.tsx";
import { useAnswerName } from "./answer-name.ts";
import type { BoothElection, BoothEntry } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import type { BallotQuestionText } from "./choices.ts";
import { noChoices } from "./choices.ts";
import { CheckEncryption } from "./check-encryption.tsx";
import { StepHeading } from "./step-heading.tsx";
import type { OpeningAtHand } from "./use-opening.ts";
import { WhichVoteCounts } from "./which-vote-counts.tsx";

export interface StepReviewProps {
  readonly election: BoothElection;
  readonly questions: readonly BallotQuestionText[];
  readonly state: BoothState;
  /** For whom the ballot is cast. */
  readonly marked: readonly BoothEntry[];
  readonly isClosed: boolean;
  /** A commission member enters it for the organisation. */
  readonly isByHand: boolean;
  /** Only where there are several to choose from. */
  readonly onChangeEntries: (() => void) | undefined;
  readonly onChange: (contest: number) => void;
  readonly onCast: () => void;
  readonly opening: OpeningAtHand;
}

export function StepReview(props: StepReviewProps) {
  const { t } = useTranslation("elections");
  const { election, questions, state, marked, isClosed, onChange, onCast } = props;
  const votes = marked.reduce((sum, entry) => sum + entry.votes, 0);
  const [first] = marked;
  const whose = { name: first?.organizationName ?? "", count: votes };
  const isSeveral = marked.length > 1;
  return (
    <div className="space-y-6">
      <StepHeading takesFocus={state.hasMoved}>{t("booth.review.title")}</StepHeading>
      {questions.map((_, contest) => (
        <ContestReview key={election.contests[contest]?.id ?? contest} {...props} contest={contest} />
      ))}
      {isSeveral ? <ForWhom {...props} votes={votes} /> : null}
      <p className="max-w-text">
        {isSeveral ? t("booth.review.whatSeveral", { count: marked.length }) : t("booth.review.what", whose)}{" "}
        <WhichVoteCounts closesAt={election.closesAt} isByHand={props.isByHand} />
      </p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={onCast} disabled={isClosed} className="w-full sm:w-auto">
          {isSeveral ? t("booth.review.castSeveral", { count: marked.length, votes }) : t("booth.review.cast", whose)}
        </Button>
        <Button onClick={() => onChange(questions.length - 1)} className="w-full sm:w-auto">
          {t("booth.review.back")}
        </Button>
      </div>
      {isClosed ? null : <CheckEncryption electionId={election.id} opening={props.opening} marked={marked} />}
    </div>
  );
}

type ContestReviewProps = StepReviewProps & { readonly contest: number };

function ContestReview({ election, questions, state, contest, onChange }: ContestReviewProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const question = questions[contest];
  const title = inLanguage(election.contests[contest]?.title ?? election.title, language);
  if (question === undefined) return null;
  return (
    <section className="rounded-lg border-2 border-ink bg-raised p-4 sm:p-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3">
        <h3 className="text-lg font-semibold leading-snug">{title}</h3>
        <Button variant="quiet" size="small" onClick={() => onChange(contest)}>
          {t("booth.review.change")}
          <span className="sr-only"> {t("booth.review.changeHidden", { contest: title })}</span>
        </Button>
      </div>
      <ChosenList
        candidates={election.contests[contest]?.candidates ?? []}
        question={question}
        state={state}
        contest={contest}
      />
      <UnderLimit question={question} state={state} contest={contest} />
    </section>
  );
}

interface ChosenProps {
  readonly question: BallotQuestionText;
  readonly state: BoothState;
  readonly contest: number;
}

function ChosenList({ candidates, question, state, contest }: ChosenProps & Pick<ContestView, "candidates">) {
  const { t } = useTranslation("elections");
  const nameOf = useAnswerName();
  const { chosen, isBlank } = state.choices[contest] ?? noChoices;
  if (isBlank) return <p className="text-xl font-semibold">{t("booth.ballot.blank")}</p>;
  if (chosen.length === 0) return <p className="text-xl font-semibold">{t("booth.review.none")}</p>;
  return (
    <ul className="space-y-1.5">
      {(state.orders[contest] ?? [])
        .filter((position) => chosen.includes(position))
        .map((position) => (
          <li key={position} className="text-xl font-semibold leading-snug">
            {nameOf(question, position)}
            <WithdrawnMark candidate={candidates.find((each) => each.position === position)} />
          </li>
        ))}
    </ul>
  );
}

/** Fewer than the most is a vote like any other; it is said, and nothing more. */
function UnderLimit({ question, state, contest }: ChosenProps) {
  const { t } = useTranslation("elections");
  const { chosen, isBlank } = state.choices[contest] ?? noChoices;
  if (isBlank || question.max === 1 || chosen.length >= question.max) return null;
  return (
    <p className="mt-3 text-sm text-ink-soft">
      {t("booth.review.underLimit", { count: chosen.length, max: question.max })}
    </p>
  );
}

/** The explicit list: every organisation for which this same ballot is cast, with its votes. */
function ForWhom({ marked, votes, onChangeEntries }: StepReviewProps & { readonly votes: number }) {
  const { t } = useTranslation("elections");
  return (
    <section className="rounded-lg border-2 border-ink bg-raised p-4 sm:p-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3">
        <h3 className="text-lg font-semibold leading-snug">
          {t("booth.review.forWhom", { count: marked.length, votes })}
        </h3>
        {onChangeEntries === undefined ? null : (
          <Button variant="quiet" size="small" onClick={onChangeEntries}>
            {t("booth.review.change")}
            <span className="sr-only"> {t("booth.review.changeOrganizations")}</span>
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line">
        {marked.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 text-lg font-semibold">{entry.organizationName}</span>
            <Badge tone="info">{t("booth.votes", { count: entry.votes })}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
