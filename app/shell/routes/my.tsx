// The home of a member's people: what is being voted on, and the organisations that they act for, with votes and why.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listMyCandidacies } from "#app/modules/candidacies/index.server.ts";
import { MyCandidacies } from "#app/modules/candidacies/index.ts";
import { listMyElections, listOwnContactQuestions } from "#app/modules/elections/index.server.ts";
import { MyElections, linkToConfirmContact } from "#app/modules/elections/index.ts";
import { linkToMyLegacy } from "#app/modules/legacy-claims/index.ts";
import { linkToMyMandates } from "#app/modules/mandates/links.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { MyOrganizations } from "#app/modules/membership/index.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { linkToMyResources } from "#app/modules/resources/links.ts";
import { linkToMyReverseDns } from "#app/modules/reverse-dns/index.ts";
import { linkToMyBlocks } from "#app/modules/sub-assignments/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";

export const handle: PageHandle = { title: "membership:my.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const actedFor = await listOrganizationsOfContact(context, context.actor.accountId);
  const organizationIds = actedFor.map(({ organization }) => organization.id);
  const today = context.clock.now().toISOString().slice(0, 10);
  const rights = await votingRightsOn(context, today, { organizationIds });
  const explanations = new Map(rights.map((right) => [right.organizationId, right.explanation]));
  const asked = await listOwnContactQuestions(context, context.actor.accountId);
  return {
    questions: asked.filter(({ isOpen, answer }) => isOpen && answer === null).length,
    name: context.actor.name,
    elections: await listMyElections(context, context.actor.accountId),
    candidacies: await listMyCandidacies(context, context.actor.accountId),
    organizations: actedFor.flatMap(({ organization, roles }) => {
      const explanation = explanations.get(organization.id);
      return explanation === undefined ? [] : [{ organization, roles, explanation }];
    }),
  };
}

export default function My() {
  const { t } = useTranslation("membership");
  const { name, questions, elections, candidacies, organizations } = useLoaderData<typeof loader>();
  return (
    <Page title={t("my.title")} lead={t("my.lead", { name })}>
      {questions === 0 ? null : <ContactQuestions count={questions} />}
      <Section title={t("my.elections")}>
        <MyElections elections={elections} />
      </Section>
      {candidacies.own.length + candidacies.proposed.length + candidacies.asked.length === 0 ? null : (
        <Section title={t("candidacies:my.title")}>
          <MyCandidacies lines={candidacies} />
        </Section>
      )}
      <Section
        title={t("my.organizations")}
        lead={t("my.count", { count: organizations.length })}
        actions={<LinkButton to={linkToMyMandates()}>{t("mandates:my.title")}</LinkButton>}
      >
        <MyOrganizations organizations={organizations} />
      </Section>
      <Section
        title={t("my.resources")}
        lead={t("my.resourcesLead")}
        actions={
          <>
            <LinkButton to={linkToMyResources()}>{t("my.seeResources")}</LinkButton>
            <LinkButton to={linkToMyBlocks()}>{t("sub-assignments:blocks.title")}</LinkButton>
            <LinkButton to={linkToMyLegacy()}>{t("legacy-claims:my.title")}</LinkButton>
            <LinkButton to={linkToMyReverseDns()}>{t("reverse-dns:blocks.title")}</LinkButton>
          </>
        }
      />
    </Page>
  );
}

/** Why here too: the mail that asks is easily overlooked, and the roll is frozen on its day. */
function ContactQuestions({ count }: { readonly count: number }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="warning" title={t("roll.confirm.asked", { count })}>
      <LinkButton to={linkToConfirmContact()}>{t("roll.confirm.answer")}</LinkButton>
    </Panel>
  );
}
