// The commission's page between the interim and the official result: what is missing, the checks, one's own word, the proclamation.
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { linkToCommission, linkToCommissionDesk, linkToResult } from "#app/modules/elections/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { obstacles } from "../domain/obstacles.ts";
import type { CertificateProgress, CertificateView } from "../queries/certificate.server.ts";
import { AbsenceForm } from "./absence-form.tsx";
import { CountLines } from "./count-lines.tsx";
import { SignConformity } from "./sign-conformity.tsx";
import { Statements } from "./statements.tsx";
import { TieDecisions } from "./tie-decisions.tsx";
import { TieForms } from "./tie-forms.tsx";

export interface CertificateDeskProps {
  readonly election: { readonly id: string; readonly title: Trilingual; readonly group: string };
  readonly ownSeat: number | null;
  readonly certificate: CertificateView | null;
  readonly progress: CertificateProgress;
  /** The moment at which the page was made. */
  readonly now: string;
  readonly answer?: { readonly refusal?: Refusal | undefined; readonly done?: string | undefined } | undefined;
}

export function CertificateDesk({ election, ownSeat, certificate, progress, now, answer }: CertificateDeskProps) {
  const { t } = useTranslation("certificates");
  const language = useLanguage();
  const isBusy = useNavigation().state !== "idle";
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      actions={
        <LinkButton size="small" to={linkToResult(election.id)}>
          {t("desk.toResult")}
        </LinkButton>
      }
      breadcrumbs={[
        { label: t("desk.commission"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
    >
      {answer?.refusal === undefined ? null : (
        <Panel tone="danger">{t(`refusals.${answer.refusal.code}`, { ...answer.refusal.details })}</Panel>
      )}
      {answer?.done === undefined ? null : <Panel tone="success">{t(`desk.done.${answer.done}`)}</Panel>}
      {progress.isOfficial ? <Panel tone="success" title={t("state.official")} /> : <Steps progress={progress} />}
      {certificate === null || !progress.isEvidenceCurrent ? <Assemble isBusy={isBusy} progress={progress} /> : null}
      {certificate === null || progress.isOfficial ? null : <TieForms {...{ certificate, isBusy, now }} />}
      {certificate === null ? null : <TieDecisions certificate={certificate} />}
      {certificate === null
        ? null
        : certificate.count.contests
            .filter(({ lines }) => lines.length > 0)
            .map((count) => (
              <Section key={count.position} title={t("seats.title")}>
                <CountLines count={count} />
              </Section>
            ))}
      {certificate === null || progress.isOfficial ? null : (
        <SignConformity
          election={election}
          seat={ownSeat}
          hasSigned={certificate.statements.some(({ trustee }) => trustee === ownSeat)}
          obstacles={progress.toSigning}
        />
      )}
      {certificate === null ? null : <Statements certificate={certificate} />}
      {certificate === null || progress.toSigning.length > 0 ? null : <AbsenceForm {...{ certificate, isBusy }} />}
      {progress.isOfficial ? null : (
        <Section title={t("desk.proclaim.title")} lead={t("desk.proclaim.lead")}>
          {progress.toProclaiming.length > 0 ? (
            <p>{t("desk.proclaim.notYet")}</p>
          ) : (
            <Form method="post" className="space-y-4">
              <TextArea name="reason" rows={3} required label={t("desk.proclaim.reason")} />
              <SubmitButton name="intent" value="proclaim" isPending={isBusy}>
                {t("desk.proclaim.propose")}
              </SubmitButton>
            </Form>
          )}
        </Section>
      )}
    </Page>
  );
}

function Steps({ progress }: { readonly progress: CertificateProgress }) {
  const { t } = useTranslation("certificates");
  const shown = obstacles.filter((code) => code !== "ALREADY_OFFICIAL");
  return (
    <Section title={t("desk.steps.title")} lead={t("desk.steps.lead")}>
      <ul className="max-w-text border-t border-line">
        {shown.map((code) => {
          const stands = progress.toProclaiming.includes(code);
          return (
            <li key={code} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5">
              <span>
                {t(`desk.steps.${code}`, {
                  conforming: progress.conforming,
                  needed: progress.needed,
                  undecided: progress.undecidedClaims,
                  unsettled: progress.unsettledClaims,
                  count: progress.silent.length,
                  names: progress.silent.join(", "),
                })}
              </span>
              <Badge tone={stands ? "warning" : "success"}>
                {t(stands ? "desk.steps.missing" : "desk.steps.there")}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Assemble({ isBusy, progress }: { readonly isBusy: boolean; readonly progress: CertificateProgress }) {
  const { t } = useTranslation("certificates");
  if (!progress.hasResult) return <Panel>{t("refusals.NO_RESULT")}</Panel>;
  return (
    <Form method="post">
      <Panel tone="warning" title={t("desk.assemble.title")}>
        <p>{t("desk.assemble.why")}</p>
        <Button type="submit" name="intent" value="assemble" isPending={isBusy}>
          {t("desk.assemble.do")}
        </Button>
      </Panel>
    </Form>
  );
}
