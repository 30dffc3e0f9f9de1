// Between the press and the answer: the ballot is encrypted, sent, and until the server has accepted it, it is not cast.
import { useTranslation } from "react-i18next";
import { linkToStepUp } from "#app/modules/accounts/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToElection } from "../../links.ts";
import type { CastProblem } from "./booth-state.ts";
import { StepHeading } from "./step-heading.tsx";

export interface StepCastingProps {
  readonly electionId: string;
  readonly progress: "encrypting" | "sending" | null;
  readonly problem: CastProblem | null;
  readonly onTryAgain: () => void;
  readonly onChangeCode: () => void;
  readonly onBack: () => void;
}

export function StepCasting(props: StepCastingProps) {
  const { t } = useTranslation("elections");
  const { progress, problem } = props;
  if (problem === null) {
    return (
      <div className="space-y-5">
        <StepHeading takesFocus>{t("booth.casting.title")}</StepHeading>
        <ProgressBar label={t(progress === "sending" ? "booth.casting.sending" : "booth.casting.encrypting")} />
        <p className="max-w-text text-ink-soft">{t("booth.casting.wait")}</p>
      </div>
    );
  }
  return (
    <div className="space-y-5">
      <StepHeading key="problem" takesFocus>
        {t(problem.kind === "no-answer" ? "booth.casting.unsure" : "booth.casting.failed")}
      </StepHeading>
      <div role="alert">
        <Panel tone="danger" title={t("booth.casting.reason")}>
          <ProblemText problem={problem} />
        </Panel>
      </div>
      <WaysOut {...props} problem={problem} />
    </div>
  );
}

function ProblemText({ problem }: { readonly problem: CastProblem }) {
  const { t } = useTranslation("elections");
  switch (problem.kind) {
    case "refused":
      return <p>{t(`refusals.${problem.code}`)}</p>;
    case "signed-out":
      return <p>{t("booth.casting.signedOut")}</p>;
    case "no-answer":
      return <p>{t("booth.casting.noAnswer")}</p>;
    case "fault":
      return <p>{t("booth.casting.fault")}</p>;
  }
}

function WaysOut({
  electionId,
  problem,
  onTryAgain,
  onChangeCode,
  onBack,
}: StepCastingProps & { readonly problem: CastProblem }) {
  const { t } = useTranslation("elections");
  const isCodeRefused =
    problem.kind === "refused" &&
    (problem.code === "CODE_OF_ANOTHER_ORGANIZATION" || problem.code === "BALLOT_INVALID");
  if (problem.kind === "refused" && problem.code === "VOTING_CLOSED") {
    return (
      <p>
        <TextLink to={linkToElection(electionId)}>{t("booth.casting.toElection")}</TextLink>
      </p>
    );
  }
  return (
    <>
      {problem.kind === "signed-out" ? (
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
        {isCodeRefused ? (
          <Button variant="primary" onClick={onChangeCode}>
            {t("booth.casting.changeCode")}
          </Button>
        ) : (
          <Button variant="primary" onClick={onTryAgain}>
            {t("booth.casting.again")}
          </Button>
        )}
        <Button onClick={onBack}>{t("booth.casting.back")}</Button>
      </div>
    </>
  );
}
