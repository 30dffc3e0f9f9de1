// A commission member's desk for one election; auditors read it without actions.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import {
  linkToDisputesDesk,
  linkToBeforeSealing,
  linkToCancelling,
  linkToCertificateDesk,
  linkToClaimsDesk,
  linkToCommission,
  linkToDressRehearsal,
  linkToRollSigning,
  linkToVoterHelp,
} from "../../links.ts";
import { useLiveCeremony } from "../ceremony/use-live-ceremony.ts";
import { PhaseBadge } from "../public/phase-badge.tsx";
import { CodesAgain } from "./codes-again.tsx";
import type { ElectionOfCommission } from "./commission-home.tsx";
import { DutyCards, NothingAsked } from "./duty-cards.tsx";
import { ElectionFacts } from "./election-facts.tsx";
import { PreparationSteps } from "./preparation-steps.tsx";
import { PublicPages } from "./public-pages.tsx";
import { SmallWays } from "./small-ways.tsx";
import { ReadyLight, TrusteesTable } from "./trustees-table.tsx";

export function CommissionDesk({ view: first, further }: ElectionOfCommission) {
  const { view } = useLiveCeremony(first);
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
          <SmallWays
            ways={[
              {
                to: linkToBeforeSealing(election.id),
                label: t("beforeSealing.toDesk"),
                isOpen: election.sealedAt === null && election.cancelledAt === null,
              },
              {
                to: linkToVoterHelp(election.id),
                label: t("voterHelp.title"),
                isOpen: election.sealedAt !== null && election.cancelledAt === null,
              },
              {
                to: linkToCertificateDesk(election.id),
                label: t("desk.certificate"),
                isOpen: election.resultAt !== null,
              },
              { to: linkToDisputesDesk(election.id), label: t("disputes.title"), isOpen: election.sealedAt !== null },
              { to: linkToClaimsDesk(election.id), label: t("desk.claims") },
              {
                to: linkToRollSigning(election.id),
                label: t("roll.signing.title"),
                isOpen: election.rollFrozenAt !== null,
              },
              {
                to: linkToCancelling(election.id),
                label: t("cancelling.title"),
                isOpen: election.resultAt === null && election.cancelledAt === null,
              },
              { to: linkToDressRehearsal(election.id), label: t("desk.dressRehearsal"), isOpen: !election.isTest },
            ]}
          />
          <PublicPages election={election} isCommission />
        </>
      }
    >
      <CodesAgain election={election} />
      <Section title={t("desk.commission.asked")}>
        {view.duties.length + further.length > 0 ? (
          <DutyCards view={view} further={further} />
        ) : (
          <NothingAsked view={view} />
        )}
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
