// The commission's first page: what is asked of me now, in every election, and then all elections.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCommissionDesk } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { PhaseBadge } from "../public/phase-badge.tsx";
import type { FurtherDuty } from "./duty-cards.tsx";
import { DutyCard, DutyCards } from "./duty-cards.tsx";
import { ReadyLight } from "./trustees-table.tsx";

export interface ElectionOfCommission {
  readonly view: CommissionView;
  readonly further: readonly FurtherDuty[];
}

export interface CommissionHomeProps {
  readonly elections: readonly ElectionOfCommission[];
  /** What waits for the person in no election alone. */
  readonly approvals: FurtherDuty | null;
  /** Links to what concerns no election alone. */
  readonly actions?: ReactNode;
}

export function CommissionHome({ elections, approvals, actions }: CommissionHomeProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const asked = elections.filter(({ view, further }) => view.duties.length + further.length > 0);
  return (
    <Page title={t("desk.commission.title")} lead={t("desk.commission.lead")} actions={actions}>
      <Section title={t("desk.commission.asked")}>
        {asked.length === 0 && approvals === null ? (
          <EmptyState title={t("desk.nothingAsked")}>{t("desk.commission.nothing")}</EmptyState>
        ) : null}
        <div className="space-y-8">
          {approvals === null ? null : <DutyCard {...approvals} level={3} isFirst />}
          {asked.map(({ view, further }) => (
            <section key={view.election.id}>
              <h3 className="mb-3 text-lg font-semibold">
                <TextLink to={linkToCommissionDesk(view.election.id)}>
                  {inLanguage(view.election.title, language)}
                </TextLink>
              </h3>
              <DutyCards view={view} further={further} level={4} />
            </section>
          ))}
        </div>
      </Section>
      <Section title={t("desk.commission.all")}>
        <AllElections views={elections.map(({ view }) => view)} />
      </Section>
    </Page>
  );
}

function AllElections({ views }: { readonly views: readonly CommissionView[] }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
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
          cell: ({ election }) => <Instant at={election.closesAt} />,
        },
      ]}
    />
  );
}
