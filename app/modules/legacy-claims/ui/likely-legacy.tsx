// Holders whose resources are older than the registry and who are not marked: searched, paged, and marked with one press.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { LikelyLegacyPage } from "../queries/likely-legacy.server.ts";

export function LikelyLegacyTable({ found, sought }: { readonly found: LikelyLegacyPage; readonly sought: string }) {
  const { t } = useTranslation("legacy-claims");
  return (
    <div className="space-y-4">
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="sought" label={t("desk.sought")} defaultValue={sought} autoComplete="off" type="search" />
        <SubmitButton variant="secondary">{t("desk.seek")}</SubmitButton>
      </Form>
      <p>{t("desk.likelyCount", { count: found.count })}</p>
      <Table
        caption={t("desk.likely")}
        isCaptionHidden
        rows={found.holders}
        rowKey={({ ownerId }) => ownerId}
        empty={<EmptyState title={t("desk.noLikely")} />}
        columns={[
          { key: "owner", header: t("ownerId"), cell: ({ ownerId }) => <span className="break-all">{ownerId}</span> },
          { key: "name", header: t("desk.name"), cell: ({ name }) => <span className="break-words">{name}</span> },
          { key: "country", header: t("desk.country"), cell: ({ country }) => country },
          { key: "records", header: t("desk.records"), align: "end", cell: ({ records }) => records },
          { key: "oldest", header: t("desk.oldest"), cell: ({ oldest }) => <Day day={oldest} /> },
          {
            key: "acts",
            header: t("desk.acts"),
            isHeaderHidden: true,
            cell: ({ ownerId }) => (
              <Form method="post">
                <input type="hidden" name="entityOwnerId" value={ownerId} />
                <input type="hidden" name="receivedFrom" value="ARIN" />
                <SubmitButton
                  name="act"
                  value="mark"
                  variant="quiet"
                  size="small"
                  aria-label={t("desk.markNamed", { ownerId })}
                >
                  {t("desk.markGo")}
                </SubmitButton>
              </Form>
            ),
          },
        ]}
      />
      <Pagination page={found.page} pageCount={found.pageCount} />
    </div>
  );
}
