// When an election opens and closes, in the tense of its phase.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import type { ElectionPhase } from "../../domain/phase.ts";

export interface ElectionTimesProps {
  readonly election: { readonly phase: ElectionPhase; readonly opensAt: string; readonly closesAt: string };
}

export function ElectionTimes({ election: { phase, opensAt, closesAt } }: ElectionTimesProps) {
  const { t } = useTranslation("elections");
  if (phase === "cancelled") return <p className="text-sm text-ink-soft">{t("phases.cancelled.brief")}</p>;
  const isOver = phase === "counting" || phase === "result";
  return (
    <p className="text-sm">
      {phase === "open" || isOver ? null : (
        <span className="block">
          <span className="text-ink-soft">{t("phases.opens")}</span> <Instant at={opensAt} />
        </span>
      )}
      <span className="block">
        <span className="text-ink-soft">{t(isOver ? "phases.closed" : "phases.closes")}</span> <Instant at={closesAt} />
      </span>
    </p>
  );
}
