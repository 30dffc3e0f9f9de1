// The commission's first page: what is asked of me now, in every election, and then all elections.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCommissionDesk } from "../../../links.ts";
import { listCommissionViews } from "../../../queries/commission-view.server.ts";
import { DutyCards } from "../../../ui/desk/duty-cards.tsx";
import { PhaseBadge } from "../../../ui/public/phase-badge.tsx";
import { ReadyLight } from "../../../ui/desk/trustees-table.tsx";

export const handle: PageHandle = { title: "elections:desk.commission.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  return { views: await listCommissionViews(context) };
}

export default function CommissionPage() {
  const { views } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const asked = views.filter((view) => view.duties.length > 0);
  return (
    <Page title={t("desk.commission.title")} lead={t("desk.commission.lead")}>
      <Section title={t("desk.commission.asked")}>
        {asked.length === 0 ? (
          <EmptyState title={t("desk.nothingAsked")}>{t("desk.commission.nothing")}</EmptyState>
        ) : null}
        <div className="space-y-8">
          {asked.map((view) => (
            <section key={view.election.id}>
              <h3 className="mb-3 text-lg font-semibold">
                <TextLink to={linkToCommissionDesk(view.election.id)}>
                  {inLanguage(view.election.title, language)}
                </TextLink>
              </h3>
              <DutyCards view={view} level={4} />
            </section>
          ))}
        </div>
      </Section>
      <Section title={t("desk.commission.all")}>
        <Table
          caption={t("desk.commission.all")}
          isCaptionHidden
          rows={views}
          rowKey={({ election }) => election.id}
          empty={<EmptyState title={t("desk.commission.none")} />}
          columns={[
            {
              key: "title",
              header: t("desk.list.title"),
              cell: ({ election }) => (
                <TextLink to={linkToCommissionDesk(election.id)}>{inLanguage(election.title, language)}</TextLink>
              ),
            },
            {
              key: "phase",
              header: t("desk.list.phase"),
              cell: ({ election }) => <PhaseBadge phase={election.phase} isTest={election.isTest} />,
            },
            { key: "ready", header: t("desk.list.keys"), cell: ({ election }) => <ReadyLight election={election} /> },
            {
              key: "closes",
              header: t("desk.facts.closesAt"),
              cell: ({ election }) => <Instant at={election.closesAt} isUtcOnly />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
