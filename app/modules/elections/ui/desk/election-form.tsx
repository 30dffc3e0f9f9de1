// The form of a new election. Fields are not controlled: what was typed stays where it was typed, whatever is answered.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ContestRows } from "./contest-rows.tsx";
import type { FormAnswer } from "./form-answer.ts";
import { FormAnswerContext, useFormAnswer, useProblemSummary } from "./form-answer.ts";
import { TrilingualFields } from "./trilingual-fields.tsx";

export interface ElectionFormProps extends FormAnswer {
  readonly commission: readonly { readonly accountId: string; readonly name: string; readonly userId: string }[];
}

export function ElectionForm({ commission, problems, typed }: ElectionFormProps) {
  const { t } = useTranslation("elections");
  return (
    <FormAnswerContext.Provider value={{ problems, typed }}>
      <Summary problems={problems} />
      <Form method="post" noValidate className="space-y-12">
        <What />
        <Section title={t("desk.create.contests")} lead={t("desk.create.contestsLead")}>
          <ContestRows />
        </Section>
        <Trustees commission={commission} />
        <When />
        <SubmitButton pendingLabel={t("desk.create.creating")}>{t("desk.create.submit")}</SubmitButton>
      </Form>
    </FormAnswerContext.Provider>
  );
}

function Summary({ problems }: FormAnswer) {
  return <FormProblems problems={useProblemSummary({ problems })} />;
}

function Part({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  return (
    <Section title={title} lead={lead}>
      <div className="space-y-6">{children}</div>
    </Section>
  );
}

function What() {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn, isTicked } = useFormAnswer();
  return (
    <Part title={t("desk.create.what")}>
      <TrilingualFields
        name="title"
        label={t("desk.create.titleField")}
        description={t("desk.create.titleWhat")}
        maxLength={300}
      />
      <TrilingualFields name="description" label={t("desk.create.description")} isLong isOptional maxLength={5000} />
      <RadioGroup
        name="electorate"
        label={t("desk.facts.electorate")}
        problem={problemOf("electorate")}
        isBoxed
        defaultValue={typedIn("electorate", "organizations")}
        options={(["organizations", "individuals"] as const).map((value) => ({
          value,
          label: t(`desk.electorates.${value}`),
          description: t(`desk.create.electorateWhat.${value}`),
        }))}
      />
      <Checkbox
        name="hasCall"
        label={t("desk.create.hasCall")}
        description={t("desk.create.hasCallWhat")}
        defaultChecked={isTicked("hasCall", false)}
      />
      <RadioGroup
        name="group"
        label={t("desk.create.group")}
        problem={problemOf("group")}
        isBoxed
        defaultValue={typedIn("group", "Ed25519")}
        options={[
          { value: "Ed25519", label: "Ed25519", description: t("desk.create.ed25519") },
          { value: "BELENIOS-2048", label: "BELENIOS-2048", description: t("desk.create.belenios2048") },
        ]}
      />
      <Checkbox
        name="isTest"
        label={t("desk.create.isTest")}
        description={t("desk.create.isTestWhat")}
        defaultChecked={isTicked("isTest", false)}
      />
    </Part>
  );
}

function Trustees({ commission }: Pick<ElectionFormProps, "commission">) {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn, allTypedIn } = useFormAnswer();
  return (
    <Part title={t("desk.create.trustees")} lead={t("desk.create.trusteesLead")}>
      <CheckboxGroup
        name="trusteeAccountIds"
        label={t("desk.create.trusteesField")}
        description={commission.length === 0 ? t("desk.create.noCommission") : undefined}
        problem={problemOf("trusteeAccountIds")}
        isBoxed
        defaultValue={allTypedIn("trusteeAccountIds")}
        options={commission.map(({ accountId, name, userId }) => ({
          value: accountId,
          label: name,
          description: userId,
        }))}
      />
      <NumberField
        name="trusteeThreshold"
        label={t("desk.create.threshold")}
        description={t("desk.create.thresholdWhat")}
        min={1}
        problem={problemOf("trusteeThreshold")}
        defaultValue={typedIn("trusteeThreshold", "2")}
      />
    </Part>
  );
}

function When() {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn } = useFormAnswer();
  return (
    <Part title={t("desk.create.when")}>
      <div className="max-w-72">
        <TextField
          type="date"
          name="rollDate"
          label={t("desk.create.rollDate")}
          description={t("desk.create.rollDateWhat")}
          problem={problemOf("rollDate")}
          defaultValue={typedIn("rollDate")}
        />
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <DateTimeField
          name="opensAt"
          label={t("desk.facts.opensAt")}
          problem={problemOf("opensAt")}
          defaultValue={utc(typedIn("opensAt"))}
        />
        <DateTimeField
          name="closesAt"
          label={t("desk.facts.closesAt")}
          problem={problemOf("closesAt")}
          defaultValue={utc(typedIn("closesAt"))}
        />
      </div>
    </Part>
  );
}

/** What the field sent, as an instant. */
function utc(typed: string): string | undefined {
  return typed === "" ? undefined : `${typed}Z`;
}
