// All elections at the staff's desk, drafts included.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { linkToElectionDesk, linkToNewElection } from "../../links.ts";
import { listElections } from "../../queries/elections.server.ts";
import { PhaseBadge } from "../../ui/public/phase-badge.tsx";

export const handle: PageHandle = { title: "elections:desk.list.heading" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "auditor"] });
  const mayCreate = context.actor.roles.some((role) => role === "administrator" || role === "staff");
  return { mayCreate, elections: await listElections(context, { withDrafts: true }) };
}

export default function ElectionListPage() {
  const { elections, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  const create = mayCreate ? (
    <LinkButton variant="primary" to={linkToNewElection()}>
      {t("desk.list.create")}
    </LinkButton>
  ) : null;
  return (
    <Page title={t("desk.list.heading")} lead={t("desk.list.lead")} actions={create}>
      <Table
        caption={t("desk.list.heading")}
        isCaptionHidden
        rows={elections}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("desk.list.none")}>{t("desk.list.noneWhat")}</EmptyState>}
        columns={[
          {
            key: "title",
            header: t("desk.list.title"),
            cell: ({ id, title }) => <TextLink to={linkToElectionDesk(id)}>{inLanguage(title, language)}</TextLink>,
          },
          {
            key: "phase",
            header: t("desk.list.phase"),
            cell: ({ phase, isTest }) => <PhaseBadge phase={phase} isTest={isTest} />,
          },
          { key: "opens", header: t("desk.facts.opensAt"), cell: ({ opensAt }) => <Instant at={opensAt} /> },
          {
            key: "closes",
            header: t("desk.facts.closesAt"),
            cell: ({ closesAt }) => <Instant at={closesAt} />,
          },
          {
            key: "contests",
            header: t("desk.list.contests"),
            align: "end",
            cell: ({ contestCount }) => number(contestCount),
          },
          {
            key: "candidates",
            header: t("desk.facts.candidates"),
            align: "end",
            cell: ({ candidateCount }) => number(candidateCount),
          },
        ]}
      />
    </Page>
  );
}
