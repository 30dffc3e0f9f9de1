// Staff begin a dress rehearsal: one number, and everybody with a role gets a mail.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Section } from "#app/ui/page.tsx";

export interface BeginRehearsalProps {
  readonly problem: string | undefined;
  readonly isFirst: boolean;
}

export function BeginRehearsal({ problem, isFirst }: BeginRehearsalProps) {
  const { t } = useTranslation("dress-rehearsals");
  return (
    <Section title={t(isFirst ? "begin.title" : "begin.another")}>
      <Form method="post" className="max-w-text space-y-5">
        <p>{t("begin.text")}</p>
        <input type="hidden" name="intent" value="begin" />
        <NumberField
          name="hours"
          label={t("begin.hours")}
          description={t("begin.hoursHint")}
          problem={problem}
          defaultValue={24}
          min={1}
          max={168}
          required
        />
        <SubmitButton>{t("begin.go")}</SubmitButton>
      </Form>
    </Section>
  );
}
