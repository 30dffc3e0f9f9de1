// The check of the membership contacts: how far it is, whom to remind, and where somebody must correct something.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToOrganization } from "#app/modules/organizations/index.ts";
import { readInstant } from "#app/lib/instants/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { confirmationStates } from "../../domain/contact-confirmation.ts";
import { linkToElectionDesk, linkToElectionDesks } from "../../links.ts";
import type { ContactCampaign, ContactCase } from "../../queries/contact-confirmations.server.ts";
import type { RefusalToSay } from "./use-refusal-sentence.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

export interface ContactCampaignDeskProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly rollDate: string;
    readonly isFrozen: boolean;
  };
  readonly campaign: ContactCampaign;
  readonly mayAsk: boolean;
  readonly refusal?: RefusalToSay | undefined;
}

export function ContactCampaignDesk({ election, campaign, mayAsk, refusal }: ContactCampaignDeskProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { number, day } = useFormats();
  const sentenceOf = useRefusalSentence();
  const rollDay = readInstant(election.rollDate);
  return (
    <Page
      title={t("roll.campaign.title")}
      lead={t("roll.campaign.lead")}
      breadcrumbs={[
        { label: t("desk.list.heading"), to: linkToElectionDesks() },
        { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
      ]}
    >
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      <Figures>
        <Figure
          label={t("desk.freeze.date")}
          value={rollDay === undefined ? election.rollDate : day(rollDay)}
          isWords
        />
        <Figure label={t("roll.campaign.asked")} value={number(campaign.total)} />
        <Figure label={t("roll.campaign.states.confirmed")} value={number(campaign.counts.confirmed)} />
      </Figures>
      {election.isFrozen ? <Panel title={t("roll.campaign.over")} /> : mayAsk ? <Acts campaign={campaign} /> : null}
      {campaign.total === 0 ? (
        <EmptyState title={t("roll.campaign.none")}>{t("roll.campaign.noneText")}</EmptyState>
      ) : (
        <>
          <Section title={t("roll.campaign.progress")}>
            <BarChart
              caption={t("roll.campaign.progressWhat")}
              labelHeader={t("roll.campaign.state")}
              valueHeader={t("codes.organizations")}
              shareHeader={t("desk.freeze.share")}
              bars={confirmationStates.map((state) => ({
                label: t(`roll.campaign.states.${state}`),
                value: campaign.counts[state],
              }))}
            />
          </Section>
          <Cases cases={campaign.cases} />
        </>
      )}
    </Page>
  );
}

function Acts({ campaign }: Pick<ContactCampaignDeskProps, "campaign">) {
  const { t } = useTranslation("elections");
  return (
    <div className="flex flex-wrap gap-3">
      <Form method="post">
        <input type="hidden" name="act" value="ask" />
        <SubmitButton pendingLabel={t("roll.confirm.sending")}>
          {t(campaign.total === 0 ? "roll.campaign.start" : "roll.campaign.askNew")}
        </SubmitButton>
      </Form>
      {campaign.counts.waiting === 0 ? null : (
        <Form method="post">
          <input type="hidden" name="act" value="remind" />
          <SubmitButton pendingLabel={t("roll.confirm.sending")}>
            {t("roll.campaign.remind", { count: campaign.counts.waiting })}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}

function Cases({ cases }: { readonly cases: readonly ContactCase[] }) {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("roll.campaign.cases")} lead={t("roll.campaign.casesWhat")}>
      <Table
        caption={t("roll.campaign.cases")}
        isCaptionHidden
        rows={cases}
        rowKey={({ organizationId, accountId }) => `${organizationId}/${accountId}`}
        empty={<EmptyState title={t("roll.campaign.noCases")} />}
        columns={[
          {
            key: "organization",
            header: t("desk.roll.organization"),
            isRowHeader: true,
            cell: (each) => (
              <TextLink to={linkToOrganization(each.organizationHandle)}>{each.organizationName}</TextLink>
            ),
          },
          { key: "state", header: t("roll.campaign.state"), cell: ({ state }) => t(`roll.campaign.states.${state}`) },
          {
            key: "why",
            header: t("desk.freeze.reason"),
            cell: ({ remark, whyUnreachable, email }) =>
              whyUnreachable === "" ? remark : `${email}: ${whyUnreachable}`,
          },
          {
            key: "remedy",
            header: t("roll.campaign.remedy"),
            cell: ({ administrativeContact }) =>
              administrativeContact === null
                ? t("roll.campaign.remedyStaff")
                : t("roll.campaign.remedyContact", { contact: administrativeContact }),
          },
        ]}
      />
    </Section>
  );
}
