// Attempts that were refused, with the reason that whoever tried is not told.
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import type { RefusedAttempt } from "../queries/legacy-desk.server.ts";

export function AttemptTable({ attempts }: { readonly attempts: readonly RefusedAttempt[] }) {
  const { t } = useTranslation("legacy-claims");
  return (
    <Table
      caption={t("desk.attempts")}
      isCaptionHidden
      rows={attempts.map((attempt, place) => ({ ...attempt, place }))}
      rowKey={({ place }) => place}
      empty={<EmptyState title={t("desk.noAttempts")} />}
      columns={[
        { key: "at", header: t("desk.when"), cell: ({ at }) => <Instant at={at} /> },
        { key: "who", header: t("desk.who"), cell: ({ who }) => who },
        { key: "owner", header: t("ownerId"), cell: ({ ownerId }) => ownerId || "–" },
        { key: "reason", header: t("desk.reason"), cell: ({ reason }) => t(`reasons.${reason}`) },
      ]}
    />
  );
}
