// Between the press and the answer: each ballot is encrypted and sent by itself, and until the server has accepted it, it is not cast.
// Where several organisations vote the same, each has its own line: what failed for one is tried again without touching the others.
import { useTranslation } from "react-i18next";
import { linkToStepUp } from "#app/modules/accounts/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToElection } from "../../links.ts";
import type { BoothEntry } from "./booth-election.ts";
import type { CastOfEntry, CastProblem } from "./booth-state.ts";
import { longestPauseMinutes } from "./cast-pauses.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepCastingProps {
  readonly electionId: string;
  readonly casts: readonly CastOfEntry[];
  readonly entries: readonly BoothEntry[];
  readonly isPausing: boolean;
  /** False where the device itself has no connection. */
  readonly isOnline: boolean;
  readonly onHurry: () => void;
  readonly onTryAgain: () => void;
  readonly onChangeCode: (entryId: string) => void;
  readonly onBack: () => void;
}

export function StepCasting(props: StepCastingProps) {
  const { t } = useTranslation("elections");
  const { casts } = props;
  const isUnderWay = casts.some(({ progress }) => progress !== "accepted" && progress !== "failed");
  const problems = casts.flatMap(({ problem }) => problem ?? []);
  const isSeveral = casts.length > 1;
  if (isUnderWay || problems.length === 0) {
    return (
      <div className="space-y-5">
        <StepHeading takesFocus>{t("booth.casting.title")}</StepHeading>
        {props.isPausing ? <Pause {...props} /> : <Progress casts={casts} />}
        {isSeveral ? <CastList {...props} /> : null}
        <p className="max-w-text text-ink-soft">{t(isSeveral ? "booth.casting.waitSeveral" : "booth.casting.wait")}</p>
      </div>
    );
  }
  const isUnsure = problems.every(({ kind }) => kind === "no-answer");
  return (
    <div className="space-y-5">
      <StepHeading key="problem" takesFocus>
        {isSeveral
          ? t("booth.casting.someFailed", { failed: problems.length, count: casts.length })
          : t(isUnsure ? "booth.casting.unsure" : "booth.casting.failed")}
      </StepHeading>
      {isSeveral ? <CastList {...props} /> : null}
      <div role="alert">
        <Panel tone="danger" title={t("booth.casting.reason")}>
          <ProblemTexts {...props} />
        </Panel>
      </div>
      <WaysOut {...props} />
    </div>
  );
}

/** Why there is a pause, how long it can take, and the way past it. */
function Pause({ casts, onHurry }: StepCastingProps) {
  const { t } = useTranslation("elections");
  const done = casts.filter(({ progress }) => progress === "accepted" || progress === "failed").length;
  return (
    <Panel tone="info" title={t("booth.casting.pause", { done, count: casts.length })}>
      <p role="status">{t("booth.casting.pauseWhy", { minutes: longestPauseMinutes })}</p>
      <p>
        <Button size="small" onClick={onHurry}>
          {t("booth.casting.hurry")}
        </Button>
      </p>
    </Panel>
  );
}

function Progress({ casts }: Pick<StepCastingProps, "casts">) {
  const { t } = useTranslation("elections");
  const current = casts.find(({ progress }) => progress === "encrypting" || progress === "sending");
  const isSending = current?.progress === "sending";
  const done = casts.filter(({ progress }) => progress === "accepted" || progress === "failed").length;
  const label = t(isSending ? "booth.casting.sending" : "booth.casting.encrypting");
  return casts.length > 1 ? (
    <ProgressBar
      label={`${label} (${Math.min(done + 1, casts.length)}/${casts.length})`}
      value={done}
      max={casts.length}
    />
  ) : (
    <ProgressBar label={label} />
  );
}

function CastList({ casts, entries }: StepCastingProps) {
  const { t } = useTranslation("elections");
  return (
    <ul className="divide-y divide-line border-y border-line" aria-live="polite">
      {casts.map(({ entryId, progress, receipt }) => (
        <li key={entryId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <span className="min-w-0 font-semibold">{nameOf(entries, entryId)}</span>
          <Badge tone={progress === "accepted" ? "success" : progress === "failed" ? "danger" : "neutral"}>
            {t(`booth.casting.state.${progress}`)}
          </Badge>
          {receipt === null ? null : (
            <span className="basis-full text-sm">
              <Code value={receipt.tracker} label={t("booth.done.tracker")} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ProblemTexts({ casts, entries, isOnline }: StepCastingProps) {
  const failed = casts.flatMap(({ entryId, problem }) => (problem === null ? [] : [{ entryId, problem }]));
  const [first] = failed;
  // What befell all of them alike is said once.
  if (first !== undefined && failed.every(({ problem }) => problem.kind === "no-answer"))
    return <ProblemText problem={first.problem} isOnline={isOnline} />;
  if (casts.length === 1)
    return failed.map(({ entryId, problem }) => <ProblemText key={entryId} {...{ problem, isOnline }} />);
  return failed.map(({ entryId, problem }) => (
    <div key={entryId}>
      <p className="font-semibold">{nameOf(entries, entryId)}</p>
      <ProblemText {...{ problem, isOnline }} />
    </div>
  ));
}

function ProblemText({ problem, isOnline }: { readonly problem: CastProblem; readonly isOnline: boolean }) {
  const { t } = useTranslation("elections");
  switch (problem.kind) {
    case "refused":
      return <p>{t(`refusals.${problem.code}`)}</p>;
    case "signed-out":
      return <p>{t("booth.casting.signedOut")}</p>;
    case "no-answer":
      return <p>{t(isOnline ? "booth.casting.noAnswer" : "booth.casting.offline")}</p>;
    case "fault":
      return <p>{t("booth.casting.fault")}</p>;
  }
}

function WaysOut({ electionId, casts, entries, onTryAgain, onChangeCode, onBack }: StepCastingProps) {
  const { t } = useTranslation("elections");
  const failed = casts.flatMap(({ entryId, problem }) => (problem === null ? [] : [{ entryId, problem }]));
  const withWrongCode = failed.filter(({ problem }) => isCodeRefused(problem));
  const isFinal = failed.every(({ problem }) => problem.kind === "refused" && finalRefusals.has(problem.code));
  if (isFinal) {
    return (
      <p>
        <TextLink to={linkToElection(electionId)}>{t("booth.casting.toElection")}</TextLink>
      </p>
    );
  }
  return (
    <>
      {failed.some(({ problem }) => problem.kind === "signed-out") ? (
        <p>
          {/* Why a new tab: the choices live in this one. */}
          <a
            href={linkToStepUp(linkToElection(electionId))}
            target="_blank"
            rel="noopener"
            className="link font-semibold"
          >
            {t("booth.casting.signIn")}
          </a>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {withWrongCode.map(({ entryId }) => (
          <Button key={entryId} variant="primary" onClick={() => onChangeCode(entryId)}>
            {t("booth.casting.changeCode")}
            <span className={casts.length > 1 ? "" : "sr-only"}> ({nameOf(entries, entryId)})</span>
          </Button>
        ))}
        {withWrongCode.length < failed.length ? (
          <Button variant="primary" onClick={onTryAgain}>
            {casts.length > 1
              ? t("booth.casting.againFor", { count: failed.length - withWrongCode.length })
              : t("booth.casting.again")}
          </Button>
        ) : null}
        <Button onClick={onBack}>{t("booth.casting.back")}</Button>
      </div>
    </>
  );
}

/** Trying again would change nothing. */
const finalRefusals = new Set(["VOTING_CLOSED", "VOTE_ENTERED_BY_HAND", "ASSISTED_VOTE_NOT_APPROVED", "ALREADY_VOTED"]);

/** Another code may mend it. */
const codeRefusals = new Set([
  "CODE_OF_ANOTHER_ORGANIZATION",
  "SECOND_CODE_DIFFERS",
  "CODE_MAIL_RETURNED",
  "BALLOT_INVALID",
]);

function isCodeRefused(problem: CastProblem): boolean {
  return problem.kind === "refused" && codeRefusals.has(problem.code);
}

function nameOf(entries: readonly BoothEntry[], entryId: string): string {
  return entries.find(({ id }) => id === entryId)?.organizationName ?? "";
}
