// The public register of delegations: what the election allows, and who votes for whom: /elections/:electionId/mandates
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findElection, findMandateFacts } from "#app/modules/elections/index.server.ts";
import { ElectionPage } from "#app/modules/elections/index.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Table } from "#app/ui/table.tsx";
import { linkToMyMandates } from "../../links.ts";
import { findDelegationRules, listRegister } from "../../queries/delegations.server.ts";

export const handle: PageHandle = { title: "mandates:register.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const [election, facts] = await Promise.all([
    findElection(context, electionId),
    findMandateFacts(context, electionId),
  ]);
  if (election === undefined || facts === undefined || election.reached === "draft")
    throw new Response(null, { status: 404 });
  const rules = await findDelegationRules(context, electionId);
  const { id, title, isTest, phase, reached, hasCall } = election;
  return {
    election: { id, title, isTest, phase, reached, hasCall },
    coolingOff:
      facts.coolingOffDays === 0 ? null : { days: facts.coolingOffDays, begins: facts.coolingOffBegins.toISOString() },
    rules: rules === undefined ? null : { cap: rules.capPerPerson, endsAt: rules.endsAt.toISOString() },
    register: await listRegister(context, electionId),
  };
}

export default function Delegations() {
  const { t } = useTranslation("mandates");
  const { election, coolingOff, rules, register } = useLoaderData<typeof loader>();
  return (
    <ElectionPage
      election={election}
      part={t("register.title")}
      lead={t("register.lead")}
      actions={<LinkButton to={linkToMyMandates()}>{t("register.mine")}</LinkButton>}
    >
      <Section title={t("register.rules")}>
        <DefinitionList
          entries={[
            {
              term: t("rules.coolingOff"),
              description:
                coolingOff === null ? (
                  t("register.noCoolingOff")
                ) : (
                  <>
                    {t("register.coolingOff", { days: coolingOff.days })} <Instant at={coolingOff.begins} />
                  </>
                ),
            },
            {
              term: t("rules.delegation"),
              description: rules === null ? t("register.notAllowed") : t("register.allowed", { cap: rules.cap }),
            },
            ...(rules === null ? [] : [{ term: t("rules.endsAt"), description: <Instant at={rules.endsAt} /> }]),
          ]}
        />
      </Section>
      {rules === null ? null : (
        <Section title={t("register.list")}>
          <Table
            caption={t("register.list")}
            isCaptionHidden
            rows={register}
            rowKey={({ organizationHandle }) => organizationHandle}
            empty={<EmptyState title={t("register.none")} />}
            columns={[
              { key: "delegate", header: t("columns.delegate"), cell: ({ delegateName }) => delegateName },
              {
                key: "organization",
                header: t("columns.organization"),
                cell: ({ organizationName, organizationHandle }) => `${organizationName} (${organizationHandle})`,
              },
              {
                key: "since",
                header: t("columns.since"),
                cell: ({ acceptedAt }) => <Instant at={acceptedAt} precision="day" />,
              },
            ]}
          />
        </Section>
      )}
    </ElectionPage>
  );
}
