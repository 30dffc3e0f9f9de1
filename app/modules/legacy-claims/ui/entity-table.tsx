// The entities that were received from another registry, with a hint at those whose resources are as old as that.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Day } from "#app/ui/day.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Table } from "#app/ui/table.tsx";
import type { EntityOnDesk } from "../queries/legacy-desk.server.ts";

export function EntityTable({ entities }: { readonly entities: readonly EntityOnDesk[] }) {
  const { t } = useTranslation("legacy-claims");
  return (
    <Table
      caption={t("desk.entities")}
      isCaptionHidden
      rows={entities}
      rowKey={({ organizationId }) => organizationId}
      empty={<EmptyState title={t("desk.noEntities")} />}
      columns={[
        { key: "owner", header: t("ownerId"), cell: ({ ownerId }) => <span className="break-all">{ownerId}</span> },
        { key: "name", header: t("desk.name"), cell: ({ name }) => name },
        { key: "from", header: t("desk.receivedFrom"), cell: ({ receivedFrom }) => receivedFrom },
        { key: "holdings", header: t("desk.holdings"), align: "end", cell: ({ holdings }) => holdings },
        { key: "oldest", header: t("desk.oldest"), cell: (entity) => <Oldest entity={entity} /> },
        { key: "note", header: t("desk.note"), cell: ({ note }) => <span className="break-words">{note || "–"}</span> },
        {
          key: "acts",
          header: t("desk.acts"),
          isHeaderHidden: true,
          cell: ({ organizationId, ownerId }) => (
            <Form method="post">
              <input type="hidden" name="organizationId" value={organizationId} />
              <SubmitButton
                name="act"
                value="unmark"
                variant="quiet"
                size="small"
                aria-label={t("desk.unmarkFor", { ownerId })}
              >
                {t("desk.unmark")}
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  );
}

function Oldest({ entity: { oldest, isLikelyLegacy } }: { readonly entity: EntityOnDesk }) {
  const { t } = useTranslation("legacy-claims");
  if (oldest === null) return "–";
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Day day={oldest} />
      <Badge tone={isLikelyLegacy ? "success" : "warning"}>{t(isLikelyLegacy ? "desk.old" : "desk.young")}</Badge>
    </span>
  );
}
