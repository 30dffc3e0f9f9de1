// One election in a list.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Card } from "#app/ui/card.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToElection } from "../../links.ts";
import type { ElectionSummary } from "../../queries/elections.server.ts";
import { ElectionTimes } from "./election-times.tsx";
import { PhaseBadge } from "./phase-badge.tsx";

export function ElectionCard({ election }: { readonly election: ElectionSummary }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const isBefore = ["draft", "preparing", "sealed"].includes(election.reached);
  return (
    <Card
      level={3}
      to={linkToElection(election.id)}
      title={inLanguage(election.title, language)}
      aside={<PhaseBadge phase={election.phase} isTest={election.isTest} isPublic />}
      className="h-full"
    >
      <ElectionTimes election={election} />
      <p className="mt-1 text-sm text-ink-soft">
        {t("public.list.candidates", { count: election.candidateCount })}
        {isBefore ? null : ` · ${t("public.box.count", { count: election.ballotCount })}`}
      </p>
    </Card>
  );
}
