// A commission member's desk for one election; auditors read it without actions.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import {
  linkToDisputesDesk,
  linkToCertificateDesk,
  linkToClaimsDesk,
  linkToCommission,
  linkToDressRehearsal,
  linkToRollSigning,
  linkToVoterHelp,
} from "../../../links.ts";
import type { CommissionView } from "../../../queries/commission-view.server.ts";
import { useLiveCeremony } from "../../../ui/ceremony/use-live-ceremony.ts";
import { CodesAgain } from "../../../ui/desk/codes-again.tsx";
import { DutyCards, NothingAsked } from "../../../ui/desk/duty-cards.tsx";
import { ElectionFacts } from "../../../ui/desk/election-facts.tsx";
import { PhaseBadge } from "../../../ui/public/phase-badge.tsx";
import { PreparationSteps } from "../../../ui/desk/preparation-steps.tsx";
import { PublicPages } from "../../../ui/desk/public-pages.tsx";
import { ReadyLight, TrusteesTable } from "../../../ui/desk/trustees-table.tsx";
import { loadCommissionView } from "./commission-view.server.ts";

export const handle: PageHandle<CommissionView> = {
  title: ({ loaded, language }) => inLanguage(loaded.election.title, language),
};

export async function loader(args: LoaderFunctionArgs): Promise<CommissionView> {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  return loadCommissionView(context, args.params["electionId"]);
}

export default function CommissionDeskPage() {
  const { view } = useLiveCeremony(useLoaderData<typeof loader>());
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { election } = view;
  return (
    <Page
      title={inLanguage(election.title, language)}
      lead={<PhaseBadge phase={election.phase} isTest={election.isTest} />}
      breadcrumbs={[{ label: t("desk.commission.title"), to: linkToCommission() }]}
      actions={
        <>
          {election.sealedAt === null ? null : (
            <LinkButton size="small" to={linkToVoterHelp(election.id)}>
              {t("voterHelp.title")}
            </LinkButton>
          )}
          {election.resultAt === null ? null : (
            <LinkButton size="small" to={linkToCertificateDesk(election.id)}>
              {t("desk.certificate")}
            </LinkButton>
          )}
          {election.sealedAt === null ? null : (
            <LinkButton size="small" to={linkToDisputesDesk(election.id)}>
              {t("disputes.title")}
            </LinkButton>
          )}
          <LinkButton size="small" to={linkToClaimsDesk(election.id)}>
            {t("desk.claims")}
          </LinkButton>
          {election.rollFrozenAt === null ? null : (
            <LinkButton size="small" to={linkToRollSigning(election.id)}>
              {t("roll.signing.title")}
            </LinkButton>
          )}
          {election.isTest ? null : (
            <LinkButton size="small" to={linkToDressRehearsal(election.id)}>
              {t("desk.dressRehearsal")}
            </LinkButton>
          )}
          <PublicPages election={election} isCommission />
        </>
      }
    >
      <CodesAgain election={election} />
      <Section title={t("desk.commission.asked")}>
        {view.duties.length > 0 ? <DutyCards view={view} /> : <NothingAsked view={view} />}
      </Section>
      <Section title={t("desk.preparation")} actions={<ReadyLight election={election} />}>
        <div className="space-y-6">
          <PreparationSteps preparation={election.preparation} />
          <TrusteesTable election={election} />
        </div>
      </Section>
      <Section title={t("desk.facts.title")}>
        <ElectionFacts election={election} />
      </Section>
    </Page>
  );
}
