// The desk on which one of the commission proposes to call the election off; what that means stands above the form.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import type { WaitingProposal } from "#app/modules/approvals/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import { linkToCommission, linkToCommissionDesk } from "../../links.ts";
import { FormAnswerContext } from "../../ui/desk/form-answer.ts";
import { TrilingualFields } from "../../ui/desk/trilingual-fields.tsx";
import type { RefusalToSay } from "../../ui/desk/use-refusal-sentence.ts";
import { useRefusalSentence } from "../../ui/desk/use-refusal-sentence.ts";
import type { Cancellation } from "../domain/cancellation.ts";
import { CancellationNotice } from "./cancellation-notice.tsx";

export interface CancelDeskProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly phase: ElectionPhase;
    readonly cancelledAt: string | null;
    readonly cancellation: Cancellation | null;
  };
  /** Somebody has opened a part of the sum. */
  readonly isTooLate: boolean;
  readonly waiting: readonly WaitingProposal[];
  readonly answer: { readonly refusal: RefusalToSay; readonly typed: Record<string, string[]> } | undefined;
}

export function CancelDesk({ election, isTooLate, waiting, answer }: CancelDeskProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const sentenceOf = useRefusalSentence();
  const { id, title, cancelledAt, cancellation } = election;
  return (
    <Page
      title={t("cancelling.title")}
      lead={t("cancelling.lead")}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(title, language), to: linkToCommissionDesk(id) },
      ]}
    >
      <FormProblems problems={answer === undefined ? [] : [{ sentence: sentenceOf(answer.refusal) }]} />
      <WaitingProposals proposals={waiting} />
      {cancelledAt !== null && cancellation !== null ? (
        <CancellationNotice cancelledAt={cancelledAt} cancellation={cancellation} />
      ) : isTooLate ? (
        <Panel>{t("refusals.CANCEL_AFTER_DECRYPTION")}</Panel>
      ) : (
        <>
          <WhatItMeans />
          {waiting.length > 0 ? null : <ReasonForm typed={answer?.typed} />}
        </>
      )}
    </Page>
  );
}

const meanings = ["votes", "box", "mails", "stages", "final"] as const;

function WhatItMeans() {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("cancelling.means.title")}>
      <ul className="max-w-text list-disc space-y-1 ps-5">
        {meanings.map((meaning) => (
          <li key={meaning}>{t(`cancelling.means.${meaning}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

function ReasonForm({ typed }: { readonly typed: Record<string, string[]> | undefined }) {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("cancelling.propose.title")} lead={t("cancelling.propose.lead")}>
      <Form method="post" className="space-y-5">
        <FormAnswerContext.Provider value={{ typed }}>
          <TrilingualFields
            name="reason"
            label={t("cancelling.propose.reason")}
            description={t("cancelling.propose.hint")}
            maxLength={2000}
            isLong
          />
        </FormAnswerContext.Provider>
        <SubmitButton variant="secondary">{t("cancelling.propose.submit")}</SubmitButton>
      </Form>
    </Section>
  );
}
