// Proposes a change of the frozen roll: what, and why. Nothing happens until a commissioner other than the proposer decides.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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
  readonly claimId: string;
  /** The user ID of who votes, where the way here named her. */
  readonly contact: string;
  readonly categories: readonly { readonly key: string; readonly name: string }[];
  readonly problems: readonly { readonly sentence: string }[];
}

export function RollChangeForm({ handle, claimId, contact, categories, problems }: RollChangeFormProps) {
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
        options={["change", "strike", "add"].map((value) => ({ value, label: t(`roll.change.kinds.${value}`) }))}
      />
      <TextField
        name="handle"
        label={t("roll.change.handle")}
        description={t("roll.change.handleHint")}
        defaultValue={handle}
        required
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
        </>
      )}
      <TextField name="claimId" label={t("roll.change.claim")} defaultValue={claimId} isOptional autoComplete="off" />
      <TextArea name="reason" label={t("roll.changes.reason")} description={t("roll.change.reasonHint")} required />
      <SubmitButton pendingLabel={t("roll.change.proposing")}>{t("roll.change.propose")}</SubmitButton>
    </Form>
  );
}
