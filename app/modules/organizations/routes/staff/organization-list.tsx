// The register of organisations: found by handle, name, country or contact, page by page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Country } from "#app/ui/country.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { OrganizationLine } from "../../domain/organization.ts";
import { linkToNewOrganization, linkToOrganization, linkToOrganizationsFile } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listContactsOf } from "../../queries/contacts.server.ts";
import { findOrganizations } from "../../queries/find-organizations.server.ts";
import { namesAttribution } from "../../queries/names-attribution.server.ts";
import { NamesAttribution } from "../../ui/names-attribution.tsx";

export const handle: PageHandle = { title: "organizations:list.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["organizations:read-all"].slice() });
  const search = new URL(args.request.url).searchParams;
  const query = (search.get("query") ?? "").slice(0, 200);
  const found = await findOrganizations(context, { query, page: Math.trunc(Number(search.get("page"))) || 1 });
  const contacts = await listContactsOf(
    context,
    found.organizations.map((each) => each.id),
    "membership",
  );
  const contactNames = Object.fromEntries(
    contacts.map(({ organizationId, name, userId }) => [organizationId, `${name} (${userId})`]),
  );
  const attribution = await namesAttribution(context);
  return {
    ...found,
    query,
    contactNames,
    attribution,
    mayCreate: isPermitted(context.actor, permissions, "organizations:create"),
  };
}

export default function OrganizationList() {
  const { t } = useTranslation("organizations");
  const { number } = useFormats();
  const { organizations, total, page, pages, query, contactNames, attribution, mayCreate } =
    useLoaderData<typeof loader>();
  const columns: Column<OrganizationLine>[] = [
    { key: "name", header: t("fields.name"), cell: (each) => <NameOf organization={each} /> },
    {
      key: "handle",
      header: t("fields.handle"),
      cell: (each) => <span className="whitespace-nowrap font-mono text-sm">{each.handle}</span>,
    },
    { key: "country", header: t("fields.country"), cell: (each) => <Country code={each.country} /> },
    { key: "contact", header: t("roles.membership"), cell: (each) => contactNames[each.id] ?? "–" },
  ];
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      breadcrumbs={[{ label: t("desk"), to: "/staff" }]}
      actions={
        <>
          <LinkButton to={linkToOrganizationsFile(query)} reloadDocument>
            {t("list.export")}
          </LinkButton>
          {mayCreate ? (
            <LinkButton to={linkToNewOrganization()} variant="primary">
              {t("new.title")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <SearchField label={t("list.search")} description={t("list.searchHint")} defaultValue={query} />
      <p role="status">
        {query === ""
          ? t("list.all", { count: total, number: number(total) })
          : t("list.found", { count: total, number: number(total), query })}
      </p>
      <Table
        caption={t("list.caption", { page: number(page), pages: number(pages) })}
        isCaptionHidden
        columns={columns}
        rows={organizations}
        rowKey={(each) => each.id}
        empty={<EmptyState title={t("list.none")}>{t("list.noneHint")}</EmptyState>}
      />
      <Pagination page={page} pageCount={pages} />
      <NamesAttribution source={attribution} />
    </Page>
  );
}

function NameOf({ organization }: { readonly organization: OrganizationLine }) {
  const { t } = useTranslation("organizations");
  return (
    <span className="flex flex-wrap items-center gap-2">
      <TextLink to={linkToOrganization(organization.handle)}>{organization.name}</TextLink>
      {organization.isDemonstration ? <Badge>{t("invented")}</Badge> : null}
    </span>
  );
}
