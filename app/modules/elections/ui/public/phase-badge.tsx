// Where an election stands in a word, and whether it is a test.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { ElectionPhase } from "../../domain/phase.ts";

const tones: Record<ElectionPhase, Tone> = {
  draft: "neutral",
  preparing: "neutral",
  sealed: "info",
  open: "success",
  counting: "warning",
  result: "info",
  cancelled: "danger",
};

export interface PhaseBadgeProps {
  readonly phase: ElectionPhase;
  readonly isTest: boolean;
  /** On public pages: whoever sees a draft there sees one that has been called. */
  readonly isPublic?: boolean;
}

export function PhaseBadge({ phase, isTest, isPublic = false }: PhaseBadgeProps) {
  const { t } = useTranslation("elections");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {isTest ? <Badge tone="warning">{t("phases.testBadge")}</Badge> : null}
      <Badge tone={tones[phase]}>{t(`phases.${isPublic && phase === "draft" ? "announced" : phase}.name`)}</Badge>
    </span>
  );
}

/** On every page of a test election, and on paper: cannot be taken for a real one. Source: CM/Rec(2017)5 no. 4. */
export function TestElectionNotice({
  isTest,
  isBrief = false,
}: {
  readonly isTest: boolean;
  /** On the pages below the election's own, which says it whole. */
  readonly isBrief?: boolean;
}) {
  const { t } = useTranslation("elections");
  if (!isTest) return null;
  return (
    <Panel tone="warning" title={t("phases.test.title")} className="border-2 border-dashed border-s-4">
      {isBrief ? null : <p>{t("phases.test.text")}</p>}
    </Panel>
  );
}
