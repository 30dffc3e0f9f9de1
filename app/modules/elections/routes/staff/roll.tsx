// The frozen roll at the staff's desk: with the contact who votes for each organisation.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { linkToElectionDesk, linkToElectionDesks } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import { listRoll } from "../../queries/roll.server.ts";

export const handle: PageHandle = { title: "elections:desk.roll.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "commission", "auditor"] });
  const found = await findElection(context, args.params["electionId"] ?? "");
  if (found === undefined) throw new Response(null, { status: 404 });
  if (found.rollFrozenAt === null) throw redirect(linkToElectionDesk(found.id));
  const search = new URL(args.request.url).searchParams;
  const query = search.get("query") ?? "";
  const roll = await listRoll(context, { electionId: found.id, page: Number(search.get("page")) || 1, query });
  return { election: { id: found.id, title: found.title }, query, roll };
}

export default function RollDeskPage() {
  const { election, query, roll } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  return (
    <Page
      title={t("desk.roll.title")}
      lead={t("desk.roll.lead", { count: roll.total })}
      breadcrumbs={[
        { label: t("desk.list.heading"), to: linkToElectionDesks() },
        { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
      ]}
    >
      <SearchField label={t("desk.roll.search")} defaultValue={query} />
      <Table
        caption={t("desk.roll.title")}
        isCaptionHidden
        rows={roll.lines}
        rowKey={({ organizationHandle }) => organizationHandle}
        empty={<EmptyState title={t("desk.roll.nothingFound")} />}
        columns={[
          { key: "name", header: t("desk.roll.organization"), cell: (line) => line.organizationName },
          {
            key: "handle",
            header: t("desk.roll.handle"),
            cell: (line) => <span className="font-mono">{line.organizationHandle}</span>,
          },
          { key: "country", header: t("desk.roll.country"), cell: (line) => line.country },
          {
            key: "category",
            header: t("desk.roll.category"),
            cell: (line) => inLanguage(line.category === "" ? line.classNames : line.categoryNames, language),
          },
          { key: "contact", header: t("desk.roll.contact"), cell: (line) => line.contactName },
          { key: "votes", header: t("desk.roll.votes"), align: "end", cell: (line) => number(line.votes) },
        ]}
      />
      <Pagination page={roll.page} pageCount={roll.pages} />
    </Page>
  );
}
