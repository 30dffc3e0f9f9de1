// To whom and when a mail goes.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { Audience } from "../domain/campaign-kinds.ts";
import { audiences } from "../domain/campaign-kinds.ts";
import { mostWrittenByOne } from "../domain/words-of-one.ts";

export interface MailPlanProps {
  readonly plan: {
    readonly defaultAudience: Audience;
    /** Not the product's words: to many they need a second person. */
    readonly areOwnWords: boolean;
    readonly countries: readonly string[];
    readonly stageAt: string | Date | null;
  };
  readonly problemOf: (field: string) => string | undefined;
}

export function MailPlan({ plan, problemOf }: MailPlanProps) {
  const { t } = useTranslation("campaigns");
  const { country } = useFormats();
  return (
    <Form method="post" className="space-y-6" noValidate>
      <RadioGroup
        name="audience"
        label={t("plan.audience")}
        defaultValue={plan.defaultAudience}
        options={audiences.map((value) => ({
          value,
          label: t(`audiences.${value}`),
          description: t(`audienceHints.${value}`),
        }))}
      />
      <details>
        <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("plan.narrow")}</summary>
        <div className="mt-2 space-y-4">
          <CheckboxGroup
            name="countries"
            label={t("plan.countries")}
            problem={problemOf("countries")}
            options={plan.countries.map((code) => ({ value: code, label: country(code) }))}
          />
          <CheckboxGroup
            name="languages"
            label={t("plan.languages")}
            options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        </div>
      </details>
      <RadioGroup
        name="when"
        label={t("plan.when")}
        defaultValue={plan.stageAt === null ? "now" : "stage"}
        problem={problemOf("when")}
        options={[
          {
            value: "stage",
            label: t("plan.stage"),
            description: plan.stageAt === null ? t("plan.noStage") : <Instant at={plan.stageAt} />,
            isDisabled: plan.stageAt === null,
          },
          { value: "date", label: t("plan.date") },
          { value: "now", label: t("plan.now") },
        ]}
      />
      <DateTimeField name="at" label={t("plan.at")} problem={problemOf("at")} isOptional />
      <fieldset className="space-y-4">
        <legend className="mb-2 font-semibold">{t("plan.repetition")}</legend>
        <Checkbox
          name="isRepetition"
          label={t("plan.isRepetition")}
          description={t("plan.isRepetitionHint")}
          problem={problemOf("isRepetition")}
        />
        <TextField
          name="repetitionReason"
          label={t("plan.repetitionReason")}
          description={t("plan.repetitionReasonHint")}
          problem={problemOf("repetitionReason")}
          maxLength={500}
          isOptional
        />
      </fieldset>
      {plan.areOwnWords ? (
        <TextArea
          name="reason"
          label={t("plan.reason", { most: mostWrittenByOne })}
          description={t("plan.reasonHint")}
          problem={problemOf("reason")}
          rows={2}
          isOptional
        />
      ) : null}
      <SubmitButton name="intent" value="plan">
        {t("plan.submit")}
      </SubmitButton>
    </Form>
  );
}
