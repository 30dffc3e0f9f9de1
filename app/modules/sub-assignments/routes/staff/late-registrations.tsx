// Sub-assignments that were registered too late, at the desk: whom to remind of the seven days.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { resourcePermissions } from "#app/modules/resources/index.server.ts";
import { linkToAllResources, linkToRegister } from "#app/modules/resources/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { listLateRegistrations } from "../../queries/late-registrations.server.ts";

export const handle: PageHandle = { title: "sub-assignments:late.title" };

const pageSize = 25;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: resourcePermissions["resources:read-register"].slice() });
  const all = await listLateRegistrations(context);
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const wished = Math.trunc(Number(new URL(args.request.url).searchParams.get("page"))) || 1;
  const page = Math.min(Math.max(1, wished), pages);
  return { page, pages, lines: all.slice((page - 1) * pageSize, page * pageSize) };
}

export default function LateRegistrations() {
  const { t } = useTranslation("sub-assignments");
  const { lines, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("late.title")}
      lead={t("late.lead")}
      breadcrumbs={[{ label: t("resources:register.title"), to: linkToRegister() }]}
    >
      <Table
        caption={t("late.title")}
        isCaptionHidden
        rows={lines}
        rowKey={({ actId }) => actId}
        empty={<EmptyState title={t("late.none")}>{t("late.noneText")}</EmptyState>}
        columns={[
          {
            key: "range",
            header: t("columns.range"),
            cell: ({ prefix }) => <TextLink to={linkToAllResources(prefix)}>{prefix}</TextLink>,
          },
          { key: "block", header: t("columns.block"), cell: ({ block }) => block },
          {
            key: "holder",
            header: t("columns.holder"),
            cell: ({ holder, handle: ownerId }) => (
              <>
                {holder} <span className="font-mono text-sm">({ownerId})</span>
              </>
            ),
          },
          { key: "days", header: t("late.days"), align: "end", cell: ({ daysTaken }) => daysTaken },
          { key: "when", header: t("late.registered"), cell: ({ registeredAt }) => <Instant at={registeredAt} /> },
        ]}
      />
      <Pagination page={page} pageCount={pages} />
    </Page>
  );
}
