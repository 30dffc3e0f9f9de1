// A lot by a public value in two steps: its source is announced before the value exists, the value is entered after.
import { useTranslation } from "react-i18next";
import type { DrawDocument } from "#app/lib/audit-bundle/index.ts";
import { drawFormKinds } from "#app/lib/seat-count/index.ts";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ActForm } from "./act-form.tsx";
import { idOfTieField } from "./tie-field.ts";

interface DrawFormProps {
  readonly contest: number;
  readonly candidates: readonly number[];
  readonly isBusy: boolean;
}

export function AnnounceDraw({ contest, candidates, isBusy }: DrawFormProps) {
  const { t } = useTranslation("certificates");
  const idOf = (field: string) => idOfTieField({ contest, candidates }, field);
  return (
    <ActForm
      intent="announce"
      about={{ contest, candidates: candidates.join(",") }}
      button={t("tie.announce")}
      isBusy={isBusy}
    >
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
    </ActForm>
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
    <ActForm
      intent="value"
      about={{ contest, candidates: candidates.join(",") }}
      button={t("tie.draw")}
      isBusy={isBusy}
    >
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
    </ActForm>
  );
}
