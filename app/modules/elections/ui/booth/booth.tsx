// The booth: leads one voter from her organisation to the tracker of her ballot.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToBallots } from "../../links.ts";
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
import type { BoothActions } from "./use-booth.ts";
import { useBooth } from "./use-booth.ts";
import { useElectionClock } from "./use-election-clock.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { usePulse } from "./use-pulse.ts";

export function Booth(booth: OpenBooth) {
  const { election, entries } = booth;
  const ballotsAddress = linkToBallots(election.id);
  const [state, actions] = useBooth(booth, ballotsAddress);
  const pulse = usePulse(ballotsAddress, { phase: election.phase, now: election.now });
  const now = useElectionClock(pulse.now);
  const left = new Date(election.closesAt).getTime() - now;
  const isClosed = left <= 0 || pulse.phase !== "open";
  const leaving = useLeaveWarning(hasChoices(state.choices));
  const entry = entries.find(({ id }) => id === state.entryId);
  const showsMandate = entry !== undefined && state.step !== "organization" && state.step !== "done";
  return (
    <div className="space-y-6">
      {state.step === "done" ? null : (
        <NotCastBand uncast={isClosed ? "closed" : uncastOf(state, entry, election.isTest)} left={left} />
      )}
      <BoothSteps state={state} hasSeveral={entries.length > 1} />
      <ClosedWhileChoosing isClosed={isClosed && state.step !== "done"} hasChoices={hasChoices(state.choices)} />
      {pulse.isSignedIn || state.step === "done" ? null : <SignedOut />}
      {showsMandate ? (
        <MandateSummary entry={entry} closesAt={election.closesAt} hasJustVoted={state.votedNow.includes(entry.id)} />
      ) : null}
      <CurrentStep booth={booth} state={state} actions={actions} isClosed={isClosed} />
      <LeaveDialog leaving={leaving} />
    </div>
  );
}

function uncastOf(state: BoothState, entry: BoothEntry | undefined, isTest: boolean): Uncast {
  if (state.castProblem?.kind === "no-answer") return "unsure";
  if (entry === undefined || state.step === "organization") return "none";
  if (isTest) return "test";
  return entry.hasVoted || state.votedNow.includes(entry.id) ? "again" : "first";
}

interface CurrentStepProps {
  readonly booth: OpenBooth;
  readonly state: BoothState;
  readonly actions: BoothActions;
  readonly isClosed: boolean;
}

function CurrentStep({ booth, state, actions, isClosed }: CurrentStepProps) {
  const { election, question, entries } = booth;
  const language = useLanguage();
  const entry = entries.find(({ id }) => id === state.entryId);
  const { closesAt } = election;
  if (state.step === "organization" || entry === undefined) {
    return (
      <StepOrganization
        entries={entries}
        votedNow={state.votedNow}
        closesAt={closesAt}
        takesFocus={state.hasMoved}
        isAwake={state.isAwake}
        onChoose={actions.chooseEntry}
      />
    );
  }
  switch (state.step) {
    case "code":
      return (
        <StepCode
          key={entry.id}
          entries={entries}
          entry={entry}
          group={election.group}
          problem={state.codeProblem}
          isBrought={state.hasBroughtCode}
          isChecking={state.isCheckingCode}
          isAwake={state.isAwake}
          takesFocus={state.hasMoved}
          onSubmit={actions.submitCode}
          onChooseEntry={actions.chooseEntry}
          onBack={entries.length > 1 ? () => actions.goTo("organization") : undefined}
        />
      );
    case "ballot":
      return (
        <StepBallot
          election={election}
          question={question}
          state={state}
          onToggle={actions.toggle}
          onBlank={actions.blank}
          onClear={actions.clear}
          onReview={actions.review}
        />
      );
    case "review":
      return (
        <StepReview
          contest={inLanguage(election.title, language)}
          question={question}
          state={state}
          entry={entry}
          closesAt={closesAt}
          isClosed={isClosed}
          onChange={() => actions.goTo("ballot")}
          onCast={actions.cast}
        />
      );
    case "casting":
      return (
        <StepCasting
          electionId={election.id}
          progress={state.progress}
          problem={state.castProblem}
          onTryAgain={actions.cast}
          onChangeCode={() => actions.goTo("code")}
          onBack={() => actions.goTo("review")}
        />
      );
    case "done": {
      if (state.receipt === null) return null;
      const remaining = entries.filter(({ id, hasVoted }) => !hasVoted && !state.votedNow.includes(id));
      return (
        <StepDone
          election={election}
          entry={entry}
          receipt={state.receipt}
          remaining={remaining}
          onVoteFor={actions.chooseEntry}
        />
      );
    }
  }
}

function BoothSteps({ state, hasSeveral }: { readonly state: BoothState; readonly hasSeveral: boolean }) {
  const { t } = useTranslation("elections");
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

function ClosedWhileChoosing({ isClosed, hasChoices }: { readonly isClosed: boolean; readonly hasChoices: boolean }) {
  const { t } = useTranslation("elections");
  return (
    <div role="alert">
      {isClosed ? (
        <Panel tone="danger" title={t("booth.closed.title")}>
          <p>{t(hasChoices ? "booth.closed.withChoices" : "booth.closed.text")}</p>
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
