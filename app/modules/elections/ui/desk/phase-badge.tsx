// The phase of an election in one word, and whether it is a test.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { ElectionPhase } from "../../domain/phase.ts";

const tones: Record<ElectionPhase, Tone> = {
  draft: "neutral",
  preparing: "info",
  sealed: "info",
  open: "success",
  counting: "warning",
  result: "neutral",
};

export function PhaseBadge({ phase, isTest }: { readonly phase: ElectionPhase; readonly isTest: boolean }) {
  const { t } = useTranslation("elections");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tones[phase]}>{t(`desk.phases.${phase}`)}</Badge>
      {isTest ? <Badge tone="warning">{t("desk.test")}</Badge> : null}
    </span>
  );
}
