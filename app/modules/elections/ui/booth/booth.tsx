// The booth: leads one voter from her organisation to the tracker of her ballot.
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BoothEntry, OpenBooth } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import { hasChoices } from "./choices.ts";
import { MandateSummary } from "./mandate-summary.tsx";
import type { Uncast } from "./not-cast-band.tsx";
import { NotCastBand } from "./not-cast-band.tsx";
import { StepBallot } from "./step-ballot.tsx";
import { StepCasting } from "./step-casting.tsx";
import { StepCode } from "./step-code.tsx";
import { StepDone } from "./step-done.tsx";
import { StepOrganization } from "./step-organization.tsx";
import { StepReview } from "./step-review.tsx";
import type { BoothAtHand } from "./use-booth.ts";
import { useBooth } from "./use-booth.ts";
import { useElectionClock } from "./use-election-clock.ts";
import { useIsOnline } from "./use-is-online.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { usePulse } from "./use-pulse.ts";

export function Booth(booth: OpenBooth) {
  const { election, channel } = booth;
  const hand = useBooth(booth);
  const { state, entries } = hand;
  const pulse = usePulse(channel.ballotsAddress, { phase: election.phase, now: election.now });
  const now = useElectionClock(pulse.now);
  const left = new Date(election.closesAt).getTime() - now;
  const isClosed = left <= 0 || pulse.phase !== "open";
  const isChosen = state.choices.some(hasChoices);
  const leaving = useLeaveWarning(isChosen);
  const marked = entries.filter(({ id }) => state.marked.includes(id));
  const showsMandate = state.step !== "organization" && state.step !== "casting" && state.step !== "done";
  return (
    <div className="space-y-6">
      {state.step === "done" ? null : (
        <NotCastBand uncast={isClosed ? "closed" : uncastOf(state, marked, election.isTest)} left={left} />
      )}
      <BoothSteps state={state} />
      <ClosedWhileChoosing
        isClosed={isClosed && state.step !== "done"}
        isCancelled={pulse.phase === "cancelled"}
        hasChoices={isChosen}
      />
      {pulse.isSignedIn || state.step === "done" ? null : <SignedOut />}
      {showsMandate ? <ForWhom marked={marked} state={state} closesAt={election.closesAt} /> : null}
      <AddedCode hand={hand} />
      <CurrentStep booth={booth} hand={hand} marked={marked} isClosed={isClosed} />
      <LeaveDialog leaving={leaving} />
    </div>
  );
}

function uncastOf(state: BoothState, marked: readonly BoothEntry[], isTest: boolean): Uncast {
  const problems = state.casts.flatMap(({ problem }) => problem ?? []);
  if (problems.some(({ kind }) => kind === "no-answer")) return "unsure";
  if (state.step === "casting" && state.casts.some(({ progress }) => progress === "accepted")) return "some";
  if (marked.length === 0 || state.step === "organization") return "none";
  if (isTest) return "test";
  return marked.every(({ id, hasVoted }) => hasVoted || state.votedNow.includes(id)) ? "again" : "first";
}

interface ForWhomProps {
  readonly marked: readonly BoothEntry[];
  readonly state: BoothState;
  readonly closesAt: string;
}

/** Above every step: whose vote this is. Several organisations share a line; the review lists them. */
function ForWhom({ marked, state, closesAt }: ForWhomProps) {
  const { t } = useTranslation("elections");
  const { list } = useFormats();
  const [first] = marked;
  if (first === undefined) return null;
  if (marked.length === 1) {
    return <MandateSummary entry={first} closesAt={closesAt} hasJustVoted={state.votedNow.includes(first.id)} />;
  }
  const votes = marked.reduce((sum, entry) => sum + entry.votes, 0);
  return (
    <p className="rounded-lg border border-line bg-raised px-4 py-3.5 sm:px-5">
      <span className="text-sm text-ink-soft">{t("booth.mandate.forSeveral", { count: marked.length, votes })}</span>{" "}
      <strong className="text-lg leading-snug">{list(marked.map(({ organizationName }) => organizationName))}</strong>
    </p>
  );
}

/** The link of another organisation's mail was opened meanwhile: its code is here, and it is not on the list by itself. */
function AddedCode({ hand: { state, actions, entries } }: { readonly hand: BoothAtHand }) {
  const { t } = useTranslation("elections");
  const added = entries.find(({ id }) => id === state.addedEntryId);
  const isShown =
    added !== undefined && !state.marked.includes(added.id) && (state.step === "ballot" || state.step === "review");
  return (
    <div role="status">
      {isShown ? (
        <Panel tone="info" title={t("booth.organization.added", { name: added.organizationName })}>
          <p>{t("booth.organization.addedText")}</p>
          <p>
            <Button size="small" onClick={() => actions.toggleEntry(added.id)}>
              {t("booth.organization.addToList", { name: added.organizationName, count: added.votes })}
            </Button>
          </p>
        </Panel>
      ) : null}
    </div>
  );
}

interface CurrentStepProps {
  readonly booth: OpenBooth;
  readonly hand: BoothAtHand;
  readonly marked: readonly BoothEntry[];
  readonly isClosed: boolean;
}

function CurrentStep({ booth, hand, marked, isClosed }: CurrentStepProps) {
  const { election, questions } = booth;
  const { state, actions, entries } = hand;
  const isOnline = useIsOnline();
  const hasSeveral = entries.length > 1;
  switch (state.step) {
    case "organization":
      return (
        <StepOrganization
          entries={entries}
          state={state}
          closesAt={election.closesAt}
          onToggle={actions.toggleEntry}
          onGoOn={actions.chooseEntries}
        />
      );
    case "code":
      return <CodeOfBooth booth={booth} hand={hand} />;
    case "ballot":
      return (
        <StepBallot
          election={election}
          questions={questions}
          state={state}
          onToggle={actions.toggle}
          onBlank={actions.blank}
          onClear={actions.clear}
          onNext={actions.next}
          onOpenContest={actions.openContest}
        />
      );
    case "review":
      return (
        <StepReview
          election={election}
          questions={questions}
          state={state}
          marked={marked}
          isClosed={isClosed}
          isByHand={booth.channel.kind === "assisted"}
          onChangeEntries={hasSeveral ? () => actions.goTo("organization") : undefined}
          onChange={actions.openContest}
          onCast={actions.cast}
          opening={hand.opening}
        />
      );
    case "casting":
      return (
        <StepCasting
          electionId={election.id}
          casts={state.casts}
          entries={entries}
          isPausing={state.isPausing}
          isOnline={isOnline}
          onHurry={actions.hurry}
          onTryAgain={actions.cast}
          onChangeCode={actions.askCodeAgain}
          onBack={() => actions.goTo("review")}
        />
      );
    case "done":
      return <DoneOfBooth booth={booth} hand={hand} />;
  }
}

function CodeOfBooth({ booth, hand: { state, actions, entries } }: Pick<CurrentStepProps, "booth" | "hand">) {
  const entry = entries.find(({ id }) => id === state.entryId);
  return (
    <StepCode
      key={state.entryId}
      entries={entries}
      entry={entry}
      group={booth.election.group}
      hasSecond={booth.channel.kind === "link"}
      problem={state.codeProblem}
      isBrought={state.hasBroughtCode}
      isChecking={state.isCheckingCode}
      isAwake={state.isAwake}
      takesFocus={state.hasMoved}
      onSubmit={actions.submitCode}
      onChooseEntry={(entryId) => actions.chooseEntries([entryId])}
      onBack={entries.length > 1 ? () => actions.goTo("organization") : undefined}
    />
  );
}

function DoneOfBooth({ booth, hand: { state, actions, entries } }: Pick<CurrentStepProps, "booth" | "hand">) {
  const receipts = state.casts.flatMap(({ entryId, receipt }) => {
    const entry = entries.find(({ id }) => id === entryId);
    return entry === undefined || receipt === null ? [] : [{ entry, receipt }];
  });
  return (
    <StepDone
      election={booth.election}
      receipts={receipts}
      remaining={entries.filter(({ id, hasVoted }) => !hasVoted && !state.votedNow.includes(id))}
      isByHand={booth.channel.kind === "assisted"}
      onVoteFor={(entryId) => actions.chooseEntries([entryId])}
    />
  );
}

function BoothSteps({ state }: { readonly state: BoothState }) {
  const { t } = useTranslation("elections");
  const hasSeveral = state.entryIds.length > 1;
  const all = ["organization", "code", "ballot", "review", "cast"] as const;
  const names = hasSeveral ? all : all.slice(1);
  const at = {
    organization: "organization",
    code: "code",
    ballot: "ballot",
    review: "review",
    casting: "cast",
    done: "cast",
  } as const;
  const current = state.step === "done" ? names.length : names.indexOf(at[state.step]);
  return (
    <div className="no-print">
      {/* Why two forms: on a phone the list of steps would push the task out of sight. */}
      <p className="text-sm text-ink-soft sm:hidden">
        {current < names.length
          ? t("booth.steps.position", {
              number: current + 1,
              count: names.length,
              name: t(`booth.steps.${names[current] ?? "cast"}`),
            })
          : null}
      </p>
      <div className="hidden sm:block">
        <Steps label={t("booth.steps.label")} steps={names.map((name) => t(`booth.steps.${name}`))} current={current} />
      </div>
    </div>
  );
}

interface ClosedWhileChoosingProps {
  readonly isClosed: boolean;
  readonly isCancelled: boolean;
  readonly hasChoices: boolean;
}

function ClosedWhileChoosing({ isClosed, isCancelled, hasChoices }: ClosedWhileChoosingProps) {
  const { t } = useTranslation("elections");
  const text = isCancelled ? "booth.cancelled" : hasChoices ? "booth.closed.withChoices" : "booth.closed.text";
  return (
    <div role="alert">
      {isClosed ? (
        <Panel tone="danger" title={t(isCancelled ? "phases.cancelled.title" : "booth.closed.title")}>
          <p>{t(text)}</p>
        </Panel>
      ) : null}
    </div>
  );
}

function SignedOut() {
  const { t } = useTranslation("elections");
  return (
    <div role="alert">
      <Panel tone="warning" title={t("booth.signedOut.title")}>
        <p>{t("booth.signedOut.text")}</p>
      </Panel>
    </div>
  );
}

function LeaveDialog({ leaving }: { readonly leaving: ReturnType<typeof useLeaveWarning> }) {
  const { t } = useTranslation("elections");
  return (
    <Dialog
      title={t("booth.leave.title")}
      isOpen={leaving.isAsking}
      onClose={leaving.stay}
      actions={
        <>
          <Button variant="primary" onClick={leaving.stay}>
            {t("booth.leave.stay")}
          </Button>
          <Button onClick={leaving.leave}>{t("booth.leave.leave")}</Button>
        </>
      }
    >
      <p>{t("booth.leave.text")}</p>
    </Dialog>
  );
}
