// The stages in words: what each is for, from when until when, and whether it is over.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import type { StageState } from "../domain/stage-states.ts";
import { stateOf } from "../domain/stage-states.ts";
import type { Stage } from "../domain/stages.ts";
import { inOrder } from "../domain/stages.ts";

const tones = { past: "neutral", current: "success", future: "info" } as const satisfies Record<StageState, string>;

export function StageTable({ stages, now }: { readonly stages: readonly Stage[]; readonly now: Date }) {
  const { t } = useTranslation("calendars");
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
          cell: (stage) => <StageBadge state={stateOf(stage, now)} />,
        },
      ]}
    />
  );
}

function StageBadge({ state }: { readonly state: StageState }) {
  const { t } = useTranslation("calendars");
  return <Badge tone={tones[state]}>{t(`page.states.${state}`)}</Badge>;
}
