// What followed from an upheld claim: the words once they are recorded, before that the form that asks for them.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ClaimView } from "../domain/claim-view.ts";

export interface FollowUpProps {
  readonly claim: ClaimView;
  readonly claimId: string;
  readonly mayRecord: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

export function FollowUp({ claim, claimId, mayRecord, problemOf }: FollowUpProps) {
  const { t } = useTranslation("claims");
  if (claim.followUp !== null)
    return (
      <Panel title={t("card.followUp")}>
        <p lang={claim.language} className="whitespace-pre-line">
          {claim.followUp}
        </p>
      </Panel>
    );
  if (!mayRecord) return null;
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="claimId" value={claimId} />
      <TextArea
        name="followUp"
        lang={claim.language}
        label={t("desk.followUp", { language: t(`languages.${claim.language}`) })}
        description={t(claim.kind === "roll" ? "desk.followUpRoll" : "desk.followUpResult")}
        rows={5}
        problem={problemOf("followUp")}
      />
      <SubmitButton variant="secondary" name="intent" value="settle">
        {t("desk.settle")}
      </SubmitButton>
    </Form>
  );
}
