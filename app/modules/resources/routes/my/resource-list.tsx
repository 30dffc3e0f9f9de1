// The home of a technical contact: the networks and AS numbers that she manages; where there are none, why, and whom to ask.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { linkToMyOrganization } from "#app/modules/organizations/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { linkToMyResourcesFile } from "../../links.ts";
import { findResourceLines, whoManagesInstead } from "../../queries/my-resources.server.ts";
import { FoundResources } from "../../ui/found-resources.tsx";
import { ResourceDone } from "../../ui/resource-done.tsx";
import { resourceSearchOf } from "../resource-search.server.ts";

export const handle: PageHandle = { title: "resources:mine.title" };

const organizationsShown = 20;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const { accountId, userId } = context.actor;
  const search = resourceSearchOf(args.request);
  const found = await findResourceLines(context, { scope: { accountId }, ...search });
  const hasNothing = search.query === "" && found.networks.total + found.systems.total === 0;
  const actedFor = await listOrganizationsOfContact(context, accountId);
  return {
    ...found,
    ...{ query: search.query, userId },
    done: new URL(args.request.url).searchParams.get("done"),
    elsewhere: hasNothing ? await whoManagesInstead(context, accountId) : null,
    organizations: actedFor
      .slice(0, organizationsShown)
      .map(({ organization: { handle, name } }) => ({ handle, name })),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyResources() {
  const { t } = useTranslation("resources");
  const { query, networks, systems, isCut, userId, done, elsewhere, organizations } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("mine.title")}
      lead={t("mine.lead", { userId })}
      breadcrumbs={[{ label: t("membership:my.title"), to: "/my" }]}
      actions={
        elsewhere === null ? (
          <LinkButton to={linkToMyResourcesFile(query)} reloadDocument>
            {t("mine.export")}
          </LinkButton>
        ) : null
      }
    >
      <ResourceDone done={done} />
      {elsewhere === null ? (
        <>
          <SearchField label={t("mine.search")} description={t("mine.searchHint")} defaultValue={query} />
          <FoundResources query={query} networks={networks} systems={systems} isCut={isCut} />
        </>
      ) : (
        <NothingHere userId={userId} elsewhere={elsewhere} />
      )}
      {organizations.length === 0 ? null : <Organizations organizations={organizations} />}
    </Page>
  );
}

/** Source: MiLACNIC questions and answers, "I don't see any of the IP address blocks … What should I do?" */
function NothingHere({
  userId,
  elsewhere,
}: {
  readonly userId: string;
  readonly elsewhere: NonNullable<Loaded["elsewhere"]>;
}) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  const people = (list: readonly { readonly name: string; readonly userId: string }[]) =>
    list.map((person) => `${person.name} (${person.userId})`).join(", ") || t("contacts.nobody");
  return (
    <>
      <EmptyState title={t("nothing.title", { userId })}>
        <p>{t("nothing.why")}</p>
        <p className="mt-2">{elsewhere.length === 0 ? t("nothing.noOrganization") : t("nothing.whatToDo")}</p>
      </EmptyState>
      {elsewhere.length === 0 ? null : (
        <Section title={t("nothing.whoManages")}>
          <Table
            caption={t("nothing.whoManages")}
            isCaptionHidden
            rows={elsewhere}
            rowKey={({ organization }) => organization.handle}
            columns={[
              {
                key: "organization",
                header: t("nothing.organization"),
                cell: ({ organization }) => `${organization.name} (${organization.handle})`,
              },
              {
                key: "resources",
                header: t("holdings.title"),
                cell: ({ networks, systems }) =>
                  t("nothing.counts", {
                    ...{ networkCount: networks, networks: number(networks) },
                    ...{ systemCount: systems, systems: number(systems) },
                  }),
              },
              {
                key: "technical",
                header: t("contacts.roles.technical"),
                cell: ({ technicalContacts }) => people(technicalContacts),
              },
              {
                key: "administrative",
                header: t("contacts.roles.administrative"),
                cell: ({ administrativeContact }) =>
                  people(administrativeContact === null ? [] : [administrativeContact]),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Organizations({ organizations }: { readonly organizations: Loaded["organizations"] }) {
  const { t } = useTranslation("resources");
  return (
    <Section title={t("mine.organizations")} lead={t("mine.organizationsLead")}>
      <ul className="space-y-1">
        {organizations.map(({ handle: orgId, name }) => (
          <li key={orgId}>
            <TextLink to={linkToMyOrganization(orgId)} className="inline-block py-1">
              {t("mine.information", { name })}
            </TextLink>{" "}
            <span className="font-mono text-sm text-ink-soft">{orgId}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
