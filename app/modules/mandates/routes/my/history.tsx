// Who votes for an organisation and who did before, for its contacts and the desks: /my/mandates/:handle
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import {
  findOrganizationByHandle,
  listContactTerms,
  rolesOfPersonIn,
} from "#app/modules/organizations/index.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Table } from "#app/ui/table.tsx";
import { linkToMyMandates } from "../../links.ts";
import { listDelegationsOf } from "../../queries/delegations.server.ts";

export const handle: PageHandle = { title: "mandates:history.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const organization = await findOrganizationByHandle(context, args.params["handle"] ?? "");
  if (organization === undefined) throw new Response(null, { status: 404 });
  const own = await rolesOfPersonIn(context, context.actor.accountId, organization.id);
  // Why the same answer: who does not belong to the organisation need not learn that it is there.
  if (own.length === 0 && context.actor.roles.length === 0) throw new Response(null, { status: 404 });
  return {
    organization: { name: organization.name, handle: organization.handle },
    terms: await listContactTerms(context, organization.id, "membership"),
    delegations: await listDelegationsOf(context, organization.id),
  };
}

export default function MandateHistory() {
  const { t } = useTranslation("mandates");
  const { organization, terms, delegations } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("history.of", { organization: organization.name })}
      lead={t("history.lead")}
      breadcrumbs={[{ label: t("my.title"), to: linkToMyMandates() }]}
    >
      <Section title={t("history.contacts")}>
        <Table
          caption={t("history.contacts")}
          isCaptionHidden
          rows={terms}
          rowKey={({ accountId, since }) => `${accountId} ${since}`}
          empty={t("history.nobody")}
          columns={[
            { key: "who", header: t("columns.person"), cell: ({ name, userId }) => `${name} (${userId})` },
            { key: "since", header: t("columns.since"), cell: ({ since }) => <Instant at={since} /> },
            {
              key: "until",
              header: t("columns.until"),
              cell: ({ until }) =>
                until === null ? <Badge tone="success">{t("history.now")}</Badge> : <Instant at={until} />,
            },
            {
              key: "by",
              header: t("columns.grantedBy"),
              cell: ({ grantedByName }) => grantedByName || t("grantedByAdministration"),
            },
          ]}
        />
      </Section>
      <Section title={t("history.delegations")}>
        <Table
          caption={t("history.delegations")}
          isCaptionHidden
          rows={delegations}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{t("history.noDelegations")}</p>}
          columns={[
            {
              key: "who",
              header: t("columns.delegate"),
              cell: ({ delegateName, delegateUserId }) => `${delegateName} (${delegateUserId})`,
            },
            { key: "state", header: t("columns.state"), cell: ({ state }) => t(`states.${state}`) },
            { key: "since", header: t("columns.since"), cell: ({ grantedAt }) => <Instant at={grantedAt} /> },
            { key: "by", header: t("columns.grantedBy"), cell: ({ grantedByName }) => grantedByName },
          ]}
        />
      </Section>
    </Page>
  );
}
