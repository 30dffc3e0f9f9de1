// What is happening while there is no result yet.
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { linkToElection } from "../../links.ts";
import { ElectionTimes } from "./election-times.tsx";
import type { ResultPageProps } from "./result-view.ts";
import { Trustees } from "./trustees.tsx";

const betweenLooksMs = 5000;

export function CountProgress({ election }: Pick<ResultPageProps, "election">) {
  const { t } = useTranslation("elections");
  const isCounting = election.phase === "counting";
  useLookAgain(isCounting);
  if (!isCounting) {
    return (
      <EmptyState
        title={t(election.phase === "cancelled" ? "public.result.never" : "public.result.notYet")}
        action={<LinkButton to={linkToElection(election.id)}>{t("booth.toElection")}</LinkButton>}
      >
        <p>{t(election.phase === "cancelled" ? "booth.cancelled" : `phases.${election.phase}.text`)}</p>
        {election.phase === "cancelled" ? null : <ElectionTimes election={election} />}
      </EmptyState>
    );
  }
  const opened = election.trustees.filter(({ hasDecrypted }) => hasDecrypted).length;
  return (
    <Section
      title={t("public.result.counting")}
      lead={t(election.closedAt === null ? "public.result.adding" : "public.result.opening")}
    >
      <div className="space-y-6">
        <div role="status">
          <ProgressBar
            label={t("public.result.opened")}
            value={opened}
            max={election.trusteeThreshold}
            valueText={t("public.result.openedOf", { opened, threshold: election.trusteeThreshold })}
          />
        </div>
        <Trustees trustees={election.trustees} threshold={election.trusteeThreshold} phase={election.phase} />
        <p className="text-sm text-ink-soft">{t("public.result.refreshes")}</p>
      </div>
    </Section>
  );
}

function useLookAgain(isWanted: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => {
      if (!document.hidden) revalidate();
    }, betweenLooksMs);
    return () => clearInterval(timer);
  }, [isWanted, revalidate]);
}
