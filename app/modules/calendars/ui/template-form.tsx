// Makes dates out of a template: it asks by address, so that nothing is saved and the page can be shared.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { TemplateKey } from "../domain/templates.ts";
import { templatesFor } from "../domain/templates.ts";

export interface TemplateFormProps {
  readonly template: TemplateKey;
  readonly opensAt: string;
  readonly hasCandidates: boolean;
}

export function TemplateForm({ template, opensAt, hasCandidates }: TemplateFormProps) {
  const { t } = useTranslation("calendars");
  return (
    <Form method="get" className="flex flex-wrap items-start gap-x-8 gap-y-5">
      <Select
        name="template"
        label={t("desk.template")}
        description={t("desk.templateHint")}
        defaultValue={template}
        options={templatesFor(hasCandidates).map((key) => ({ value: key, label: t(`templates.${key}`) }))}
      />
      <DateTimeField
        name="opens"
        label={t("desk.votingOpens")}
        description={t("desk.votingOpensHint")}
        defaultValue={opensAt}
      />
      <div className="self-end">
        <SubmitButton variant="secondary">{t("desk.make")}</SubmitButton>
      </div>
    </Form>
  );
}
