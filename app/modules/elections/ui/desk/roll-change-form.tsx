// Proposes a change of the frozen roll: what, and why. Nothing happens until a commissioner other than the proposer decides.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface RollChangeFormProps {
  readonly handle: string;
  /** Whether the voters of the election are people, each with one vote. */
  readonly isOfPeople: boolean;
  readonly claimId: string;
  /** The user ID of who votes, where the way here named her. */
  readonly contact: string;
  readonly categories: readonly { readonly key: string; readonly name: string }[];
  readonly problems: readonly { readonly sentence: string }[];
}

export function RollChangeForm(props: RollChangeFormProps) {
  const { handle, claimId, contact, categories, problems, isOfPeople } = props;
  const { t } = useTranslation("elections");
  const [kind, setKind] = useState("change");
  return (
    <Form method="post" className="space-y-6">
      <FormProblems problems={problems} />
      <Panel title={t("roll.change.two")}>
        <p>{t("roll.change.twoWhat")}</p>
      </Panel>
      <RadioGroup
        name="kind"
        label={t("roll.change.kind")}
        value={kind}
        onChange={setKind}
        options={["change", "strike", "restore", "add"].map((value) => ({
          value,
          label: t(`roll.change.kinds.${value}`),
        }))}
      />
      <TextField
        name="handle"
        label={t("roll.change.handle")}
        description={t(isOfPeople ? "roll.change.numberHint" : "roll.change.handleHint")}
        defaultValue={handle}
        isOptional={kind === "add" && isOfPeople}
        autoComplete="off"
      />
      {kind === "strike" ? null : (
        <>
          <NumberField
            name="votes"
            label={t("roll.change.votes")}
            description={t("roll.change.asIs")}
            isOptional
            min={1}
            max={1000}
          />
          <Select
            name="category"
            label={t("roll.change.category")}
            isOptional
            emptyLabel={t("roll.change.asIs")}
            options={categories.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <TextField
            name="contact"
            label={t("roll.change.contact")}
            description={t("roll.change.contactHint")}
            defaultValue={contact}
            isOptional
            autoComplete="off"
          />
          <PersonFields isOfPeople={isOfPeople} isNew={kind === "add"} />
        </>
      )}
      <TextField name="claimId" label={t("roll.change.claim")} defaultValue={claimId} isOptional autoComplete="off" />
      <TextArea name="reason" label={t("roll.changes.reason")} description={t("roll.change.reasonHint")} required />
      <SubmitButton pendingLabel={t("roll.change.proposing")}>{t("roll.change.propose")}</SubmitButton>
    </Form>
  );
}

/** Who votes by link and has no account. */
function PersonFields({ isOfPeople, isNew }: { readonly isOfPeople: boolean; readonly isNew: boolean }) {
  const { t } = useTranslation("elections");
  return (
    <fieldset className="max-w-text space-y-5 border-s-4 border-line ps-4">
      <legend className="font-semibold">{t("roll.change.person.legend")}</legend>
      <p className="text-sm text-ink-soft">{t("roll.change.person.hint")}</p>
      <TextField name="personName" label={t("roll.change.person.name")} isOptional autoComplete="off" />
      <TextField name="personEmail" type="email" label={t("roll.change.person.email")} isOptional autoComplete="off" />
      <Select
        name="personLanguage"
        label={t("roll.change.person.language")}
        defaultValue="es"
        options={languages.map((value) => ({ value, label: t(`roll.change.person.languages.${value}`) }))}
      />
      {isNew ? (
        <TextField
          name="personCountry"
          label={t("roll.change.person.country")}
          description={t("roll.change.person.countryHint")}
          isOptional
          maxLength={2}
          autoComplete="off"
        />
      ) : null}
      {isNew && !isOfPeople ? (
        <TextField
          name="personOrganization"
          label={t("roll.change.person.organization")}
          description={t("roll.change.person.organizationHint")}
          isOptional
          autoComplete="off"
        />
      ) : null}
    </fieldset>
  );
}
