// The answer to a search by tracker: in the box at a position, or not in it and what to do then.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import type { BoxLine } from "../../queries/ballot-box.server.ts";

export interface TrackerSearch {
  readonly tracker: string;
  /** Null: it is not in the box. */
  readonly line: BoxLine | null;
}

export interface TrackerAnswerProps {
  readonly search: TrackerSearch;
  readonly election: { readonly phase: ElectionPhase };
}

export function TrackerAnswer({ search: { tracker, line }, election }: TrackerAnswerProps) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  if (line === null) {
    return (
      <div role="status">
        <Panel tone="warning" title={t("public.box.notFound.title")}>
          <p className="break-all font-mono text-sm">{tracker}</p>
          <ul className="list-disc space-y-1 ps-5">
            <li>{t("public.box.notFound.check")}</li>
            <li>{t(election.phase === "open" ? "public.box.notFound.voteAgain" : "public.box.notFound.claim")}</li>
          </ul>
        </Panel>
      </div>
    );
  }
  return (
    <div role="status">
      <Panel
        tone={line.isReplaced ? "info" : "success"}
        title={t("public.box.found.title", { position: number(line.position) })}
      >
        <p className="break-all font-mono text-sm">{line.tracker}</p>
        <p>{t(line.isReplaced ? "public.box.found.replaced" : "public.box.found.counts", { count: line.weight })}</p>
      </Panel>
    </div>
  );
}
