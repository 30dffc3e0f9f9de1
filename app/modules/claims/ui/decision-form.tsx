// The decision about a claim: yes or no, the reasons in the language of the claim, and the commissioner's word about conflicts of interest.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export interface DecisionFormProps {
  readonly claimId: string;
  readonly language: string;
  readonly problemOf: (field: string) => string | undefined;
}

export function DecisionForm({ claimId, language, problemOf }: DecisionFormProps) {
  const { t } = useTranslation("claims");
  return (
    <Form method="post" noValidate className="space-y-6">
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="decision"
        label={t("desk.decisionLabel")}
        isBoxed
        options={(["upheld", "rejected"] as const).map((value) => ({
          value,
          label: t(`desk.decisions.${value}`),
          description: t(`desk.decisionHints.${value}`),
        }))}
        problem={problemOf("decision")}
      />
      <TextArea
        name="reasons"
        lang={language}
        label={t("desk.reasons", { language: t(`languages.${language}`) })}
        description={t("desk.reasonsHint")}
        rows={7}
        problem={problemOf("reasons")}
      />
      <Checkbox
        name="declaresNoConflict"
        label={t("desk.noConflict")}
        description={t("desk.noConflictHint")}
        problem={problemOf("declaresNoConflict")}
      />
      <SubmitButton name="intent" value="decide">
        {t("desk.decide")}
      </SubmitButton>
    </Form>
  );
}
