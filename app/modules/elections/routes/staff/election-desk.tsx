// The staff's desk for one election: how far the preparation is, the roll, the mails, and everything that was done.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { countMails } from "#app/modules/notifications/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToElectionDesks, linkToElectionMails } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";
import { withoutPayloads } from "../../queries/commission-view.server.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";
import { findWeightSecrecy } from "../../queries/weight-secrecy.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { AuditTrail } from "../../ui/desk/audit-trail.tsx";
import { ElectionFacts } from "../../ui/desk/election-facts.tsx";
import { MailCounts } from "../../ui/desk/mail-counts.tsx";
import { PhaseBadge } from "../../ui/public/phase-badge.tsx";
import { PreparationSteps, WhoIsAwaited } from "../../ui/desk/preparation-steps.tsx";
import { PublicPages } from "../../ui/desk/public-pages.tsx";
import { RollAtDesk } from "../../ui/desk/roll-at-desk.tsx";
import { WeightWarnings } from "../../ui/desk/weight-warnings.tsx";
import { ReadyLight, TrusteesTable } from "../../ui/desk/trustees-table.tsx";

interface Loaded {
  readonly election: ElectionAtDesk;
  readonly mails: Awaited<ReturnType<typeof countMails>>;
  readonly audit: Awaited<ReturnType<typeof listAuditEntries>>;
  readonly secrecy: WeightSecrecy;
  readonly mayFreeze: boolean;
}

export const handle: PageHandle<Loaded> = {
  title: ({ loaded, language }) => inLanguage(loaded.election.title, language),
};

export async function loader(args: LoaderFunctionArgs): Promise<Loaded> {
  const context = await openDoor(args, { roles: ["administrator", "staff", "auditor"] });
  const found = await findElection(context, args.params["electionId"] ?? "");
  if (found === undefined) throw new Response(null, { status: 404 });
  const subject = { type: "election", id: found.id };
  const before = Number(new URL(args.request.url).searchParams.get("before"));
  return {
    election: withoutPayloads(found),
    mails: await countMails(context, subject, "elections/voting-code"),
    audit: await listAuditEntries(context, {
      subjectType: "election",
      subjectId: found.id,
      ...(before > 0 ? { before } : {}),
    }),
    secrecy: await findWeightSecrecy(context, found.id),
    mayFreeze: context.actor.roles.some((role) => role === "administrator" || role === "staff"),
  };
}

export default function ElectionDeskPage() {
  const { election, mails, audit, secrecy, mayFreeze } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <Page
      title={inLanguage(election.title, language)}
      lead={<PhaseBadge phase={election.phase} isTest={election.isTest} />}
      breadcrumbs={[{ label: t("desk.list.heading"), to: linkToElectionDesks() }]}
      actions={
        <>
          <LinkButton size="small" to={linkToElectionMails(election.id)}>
            {t("desk.mailsPage")}
          </LinkButton>
          <PublicPages election={election} />
        </>
      }
    >
      <Section title={t("desk.preparation")} actions={<ReadyLight election={election} />}>
        <div className="space-y-6">
          <PreparationSteps preparation={election.preparation} />
          <WhoIsAwaited election={election} />
          <TrusteesTable election={election} />
        </div>
      </Section>
      <Section title={t("desk.roll.title")}>
        <RollAtDesk election={election} mayFreeze={mayFreeze} />
        {election.rollFrozenAt === null ? null : <WeightWarnings secrecy={secrecy} />}
      </Section>
      {election.sealedAt === null ? null : (
        <Section title={t("desk.mails.title")} lead={t("desk.mails.lead")}>
          <MailCounts counts={mails} />
        </Section>
      )}
      <Section title={t("desk.facts.title")}>
        <ElectionFacts election={election} />
      </Section>
      <Section title={t("desk.audit.title")} lead={t("desk.audit.lead")}>
        <AuditTrail lines={audit} />
      </Section>
    </Page>
  );
}
