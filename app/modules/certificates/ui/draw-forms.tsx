// A lot by a public value in two steps: its source is announced before the value exists, the value is entered after.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DrawDocument } from "#app/lib/audit-bundle/index.ts";
import { drawFormKinds } from "#app/lib/seat-count/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { idOfTieField } from "./tie-field.ts";

interface DrawFormProps {
  readonly contest: number;
  readonly candidates: readonly number[];
  readonly isBusy: boolean;
}

function TiedFields({ contest, candidates }: Pick<DrawFormProps, "contest" | "candidates">) {
  return (
    <>
      <input type="hidden" name="contest" value={contest} />
      <input type="hidden" name="candidates" value={candidates.join(",")} />
    </>
  );
}

export function AnnounceDraw({ contest, candidates, isBusy }: DrawFormProps) {
  const { t } = useTranslation("certificates");
  const idOf = (field: string) => idOfTieField({ contest, candidates }, field);
  return (
    <Form method="post" className="space-y-4">
      <TiedFields {...{ contest, candidates }} />
      <TextField name="source" id={idOf("source")} label={t("tie.source")} description={t("tie.sourceHint")} required />
      <Select
        name="formKind"
        id={idOf("formKind")}
        label={t("tie.form")}
        options={drawFormKinds.map((kind) => ({ value: kind, label: t(`tie.forms.${kind}`) }))}
      />
      <NumberField
        name="formLength"
        id={idOf("formLength")}
        label={t("tie.length")}
        description={t("tie.lengthHint")}
        defaultValue={64}
        min={4}
        max={256}
        required
      />
      <DateTimeField
        name="availableAt"
        id={idOf("availableAt")}
        label={t("tie.availableAt")}
        description={t("tie.availableAtHint")}
        required
      />
      <SubmitButton name="intent" value="announce" isPending={isBusy}>
        {t("tie.announce")}
      </SubmitButton>
    </Form>
  );
}

export function AnnouncedDraw({ draw }: { readonly draw: DrawDocument }) {
  const { t } = useTranslation("certificates");
  return (
    <Panel title={t("tie.announced")}>
      <p className="wrap-anywhere">{draw.source}</p>
      <p>
        {t("tie.waitFor")} <Instant at={draw.availableAt} />
      </p>
      <p>{`${draw.form.length} ${t(`tie.forms.${draw.form.kind}`)}`}</p>
    </Panel>
  );
}

export function RecordDraw({ contest, candidates, isBusy }: DrawFormProps) {
  const { t } = useTranslation("certificates");
  const idOf = (field: string) => idOfTieField({ contest, candidates }, field);
  return (
    <Form method="post" className="space-y-4">
      <TiedFields {...{ contest, candidates }} />
      <TextField
        name="value"
        id={idOf("value")}
        label={t("tie.value")}
        required
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea
        name="account"
        id={idOf("readWhere")}
        rows={3}
        label={t("tie.readWhere")}
        description={t("tie.accountHint")}
        required
      />
      <SubmitButton name="intent" value="value" isPending={isBusy}>
        {t("tie.draw")}
      </SubmitButton>
    </Form>
  );
}
