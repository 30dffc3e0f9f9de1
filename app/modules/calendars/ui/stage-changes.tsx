// Which dates would change, each before and after.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import type { StageChange } from "../domain/stage-changes.ts";

export function StageChanges({ changes }: { readonly changes: readonly StageChange[] }) {
  const { t } = useTranslation("calendars");
  const instant = (at: string | null) => (at === null ? t("desk.nothing") : <Instant at={at} />);
  return (
    <div role="status">
      <Table
        caption={t("desk.changesTitle")}
        isCaptionHidden
        rows={changes}
        rowKey={({ field }) => field}
        empty={<p className="text-ink-soft">{t("desk.noChanges")}</p>}
        columns={[
          {
            key: "field",
            header: t("desk.field"),
            cell: ({ kind, field }) => (
              <>
                {t(`stages.${kind}`)} · {t(field.endsWith("closesAt") ? "desk.ends" : "desk.begins")}
              </>
            ),
          },
          { key: "before", header: t("desk.before"), cell: ({ before }) => instant(before) },
          { key: "after", header: t("desk.after"), cell: ({ after }) => instant(after) },
        ]}
      />
    </div>
  );
}
