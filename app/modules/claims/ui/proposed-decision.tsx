// A decision that waits for a second commissioner: what it says, and her approval with her own word about conflicts of interest.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

export interface DecisionInWaiting {
  readonly id: string;
  readonly decision: "upheld" | "rejected";
  readonly reasons: string;
  readonly proposedByName: string;
  /** Whether the reader proposed it herself. */
  readonly isOwn: boolean;
}

export interface ProposedDecisionProps {
  readonly proposed: DecisionInWaiting;
  readonly language: string;
  readonly mayApprove: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

export function ProposedDecision({ proposed, language, mayApprove, problemOf }: ProposedDecisionProps) {
  const { t } = useTranslation("claims");
  const { id, decision, reasons, proposedByName, isOwn } = proposed;
  return (
    <div className="space-y-6">
      <Panel tone="warning" title={t("desk.proposed", { decision: t(`desk.decisions.${decision}`) })}>
        <p lang={language} className="whitespace-pre-line">
          {reasons}
        </p>
        <p className="text-sm text-ink-soft">
          {t(isOwn ? "desk.proposedByYou" : "desk.proposedBy", { name: proposedByName })}
        </p>
        {isOwn || mayApprove ? (
          <TextLink to={linkToProposal(id)} className="inline-block py-1.5">
            {t(isOwn ? "desk.withdrawProposal" : "desk.refuseProposal")}
          </TextLink>
        ) : null}
      </Panel>
      {mayApprove && !isOwn ? (
        <Form method="post" noValidate className="space-y-6">
          <input type="hidden" name="proposalId" value={id} />
          <Checkbox
            name="declaresNoConflict"
            label={t("desk.noConflict")}
            description={t("desk.noConflictHint")}
            problem={problemOf("declaresNoConflict")}
          />
          <SubmitButton name="intent" value="approve">
            {t("desk.approve")}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
