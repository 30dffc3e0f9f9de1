// The stages in words: what each is for, from when until when, and whether it is over.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import type { StageState } from "../domain/stage-states.ts";
import { stateOf } from "../domain/stage-states.ts";
import type { Stage } from "../domain/stages.ts";
import { inOrder } from "../domain/stages.ts";

const tones = { past: "neutral", current: "success", future: "info", cancelled: "danger" } as const satisfies Record<
  ShownState,
  string
>;

type ShownState = StageState | "cancelled";

export interface StageTableProps {
  readonly stages: readonly Stage[];
  readonly now: Date;
  /** Nothing that was not over by then took place, or ended. */
  readonly cancelledAt?: Date | undefined;
}

export function StageTable({ stages, now, cancelledAt }: StageTableProps) {
  const { t } = useTranslation("calendars");
  const shownState = (stage: Stage): ShownState => {
    if (cancelledAt === undefined) return stateOf(stage, now);
    return stateOf(stage, cancelledAt) === "past" ? "past" : "cancelled";
  };
  return (
    <Table
      caption={t("page.words")}
      isCaptionHidden
      rows={inOrder(stages)}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "stage",
          header: t("page.stage"),
          cell: ({ kind }) => (
            <div className="max-w-90">
              {t(`stages.${kind}`)}
              <span className="block font-normal text-ink-soft">{t(`about.${kind}`)}</span>
            </div>
          ),
        },
        { key: "begins", header: t("page.begins"), cell: ({ opensAt }) => <Instant at={opensAt} /> },
        {
          key: "ends",
          header: t("page.ends"),
          cell: ({ closesAt }) => (closesAt === null ? "–" : <Instant at={closesAt} />),
        },
        {
          key: "state",
          header: t("page.state"),
          cell: (stage) => <StageBadge state={shownState(stage)} />,
        },
      ]}
    />
  );
}

function StageBadge({ state }: { readonly state: ShownState }) {
  const { t } = useTranslation("calendars");
  return <Badge tone={tones[state]}>{t(`page.states.${state}`)}</Badge>;
}
