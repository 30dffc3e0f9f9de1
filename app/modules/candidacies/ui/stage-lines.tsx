// The stages of a call: what is open now, until when, and what comes.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { CallStageView } from "../queries/stages.server.ts";

export function StageLines({ stages }: { readonly stages: readonly CallStageView[] }) {
  const { t } = useTranslation("candidacies");
  if (stages.length === 0) return null;
  return (
    <ul className="border-t border-line">
      {stages.map((stage) => (
        <li
          key={stage.kind}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(12rem,18rem)_1fr]"
        >
          <span className="flex flex-wrap items-center gap-2 font-semibold">
            {t(`stages.${stage.kind}`)}
            <Badge tone={stage.isOpen ? "success" : "neutral"}>{t(`stages.${timeOf(stage)}`)}</Badge>
          </span>
          <span>
            <Instant at={stage.opensAt} />
            {stage.closesAt === null ? null : (
              <>
                {" – "}
                <Instant at={stage.closesAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function timeOf({ isOpen, isOver }: CallStageView): "open" | "over" | "coming" {
  if (isOpen) return "open";
  return isOver ? "over" : "coming";
}
