// The desk of the changes before the seal: one proposes, another approves. What is not possible now is not offered, and the page says why.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalView } from "#app/modules/approvals/index.ts";
import { ProposalTable } from "#app/modules/approvals/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCancelling, linkToCommission, linkToCommissionDesk } from "../../links.ts";
import type { RefusalToSay } from "../../ui/desk/use-refusal-sentence.ts";
import { useRefusalSentence } from "../../ui/desk/use-refusal-sentence.ts";
import { rehearsalHoldsDays } from "../domain/rehearsal-holds.ts";
import type { PreparationDecisionView } from "../queries/preparation-decisions.server.ts";
import { PreparationDecisions } from "./preparation-decisions.tsx";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface BeforeSealingDeskProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly isTest: boolean;
    readonly isSealed: boolean;
    readonly isCancelled: boolean;
  };
  readonly decisions: readonly PreparationDecisionView[];
  readonly proposals: readonly ProposalView[];
  /** In which nobody stands. */
  readonly emptyContests: readonly { readonly id: string; readonly title: Trilingual }[];
  readonly trustees: readonly { readonly index: number; readonly name: string }[];
  /** Commissioners without a seat. */
  readonly others: readonly Named[];
  /** Nobody stands in the one contest that there is. */
  readonly isOnlyContestEmpty: boolean;
  /** Why nobody who stays in office is read anew; null where somebody came or left. */
  readonly whyStayingStands: string | null;
  readonly refusal: RefusalToSay | undefined;
}

export function BeforeSealingDesk(props: BeforeSealingDeskProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const sentenceOf = useRefusalSentence();
  const { election, decisions, proposals, refusal } = props;
  return (
    <Page
      title={t("beforeSealing.toDesk")}
      lead={t("beforeSealing.deskLead")}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
    >
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
      {proposals.length === 0 ? null : (
        <Section title={t("beforeSealing.proposals")}>
          <ProposalTable caption={t("beforeSealing.proposals")} proposals={proposals} />
        </Section>
      )}
      <Section title={t("beforeSealing.decided")}>
        {decisions.length === 0 ? (
          <EmptyState title={t("beforeSealing.none")}>{t("beforeSealing.noneText")}</EmptyState>
        ) : (
          <PreparationDecisions decisions={decisions} />
        )}
      </Section>
      {election.isCancelled ? (
        <Panel tone="warning">{t("refusals.ELECTION_CANCELLED")}</Panel>
      ) : election.isSealed ? (
        <Panel>{t("beforeSealing.sealed")}</Panel>
      ) : (
        <>
          <Acts {...props} />
          <NotNow {...props} />
        </>
      )}
      {election.isCancelled ? null : <ToCancelling electionId={election.id} />}
    </Page>
  );
}

/** What cannot be done now, with the reason; whoever looks for it need not guess. */
function NotNow({ election, emptyContests, isOnlyContestEmpty, others, whyStayingStands }: BeforeSealingDeskProps) {
  const { t } = useTranslation("elections");
  const reasons = [
    ...(emptyContests.length > 0
      ? []
      : [["drop", t(`beforeSealing.notNow.${isOnlyContestEmpty ? "onlyContest" : "somebodyStands"}`)]]),
    ...(others.length > 0 ? [] : [["replace", t("beforeSealing.notNow.everybodySits")]]),
    ...(whyStayingStands === null ? [] : [["refresh", t(`refusals.${whyStayingStands}`)]]),
    ...(election.isTest ? [["waive", t("beforeSealing.notNow.test")]] : []),
  ] as const;
  if (reasons.length === 0) return null;
  return (
    <Section title={t("beforeSealing.notNow.title")} lead={t("beforeSealing.notNow.lead")}>
      <DefinitionList
        entries={reasons.map(([act, why]) => ({ term: t(`beforeSealing.${act}.title`), description: why }))}
      />
    </Section>
  );
}

function ToCancelling({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("cancelling.title")} lead={t("beforeSealing.notNow.cancel")}>
      <LinkButton to={linkToCancelling(electionId)}>{t("cancelling.title")}</LinkButton>
    </Section>
  );
}

function Acts({ election, emptyContests, trustees, others, whyStayingStands }: BeforeSealingDeskProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <>
      {emptyContests.length === 0 ? null : (
        <Act name="drop">
          <Select
            name="contestId"
            label={t("beforeSealing.drop.which")}
            options={emptyContests.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
          />
        </Act>
      )}
      {others.length === 0 ? null : (
        <Act name="replace">
          <Select
            name="trusteeIndex"
            label={t("beforeSealing.replace.who")}
            options={trustees.map(({ index, name }) => ({ value: String(index), label: name }))}
          />
          <Select
            name="accountId"
            label={t("beforeSealing.replace.by")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Act>
      )}
      {whyStayingStands === null ? <Act name="refresh" /> : null}
      {election.isTest ? null : <Act name="waive" />}
    </>
  );
}

interface ActProps {
  readonly name: "drop" | "replace" | "refresh" | "waive";
  readonly children?: ReactNode;
}

function Act({ name, children }: ActProps) {
  const { t } = useTranslation("elections");
  return (
    <Section
      title={t(`beforeSealing.${name}.title`)}
      lead={t(`beforeSealing.${name}.lead`, { days: rehearsalHoldsDays })}
    >
      <Form method="post" className="space-y-5">
        {children}
        <TextArea
          name="reason"
          id={`field-reason-${name}`}
          label={t("beforeSealing.reason")}
          description={t("beforeSealing.reasonHint")}
          rows={3}
          required
        />
        <SubmitButton name="act" value={name} variant="secondary">
          {t("beforeSealing.propose")}
        </SubmitButton>
      </Form>
    </Section>
  );
}
