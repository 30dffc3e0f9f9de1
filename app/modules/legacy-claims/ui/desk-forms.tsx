// The forms of the hostmaster's desk: noting a request, and marking an entity.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

interface FormProps {
  readonly problemOf: (field: string) => string | undefined;
}

const identifier = { autoComplete: "off", autoCapitalize: "characters", spellCheck: false } as const;

export function OpenClaimForm({ problemOf }: FormProps) {
  const { t } = useTranslation("legacy-claims");
  return (
    <Form method="post" className="space-y-6">
      <TextField {...identifier} name="ownerId" label={t("ownerId")} problem={problemOf("ownerId")} />
      <TextField
        {...identifier}
        name="userId"
        label={t("userId")}
        description={t("desk.userIdHint")}
        problem={problemOf("userId")}
      />
      <TextField
        name="requestedBy"
        label={t("desk.requestedBy")}
        description={t("desk.requestedByHint")}
        problem={problemOf("requestedBy")}
        autoComplete="off"
      />
      <TextArea
        name="evidence"
        label={t("desk.evidence")}
        description={t("desk.evidenceHint")}
        problem={problemOf("evidence")}
        rows={3}
      />
      <SubmitButton name="act" value="open">
        {t("desk.openGo")}
      </SubmitButton>
    </Form>
  );
}

export function MarkEntityForm({ problemOf }: FormProps) {
  const { t } = useTranslation("legacy-claims");
  return (
    <Form method="post" className="space-y-6">
      <TextField {...identifier} name="entityOwnerId" label={t("ownerId")} problem={problemOf("entityOwnerId")} />
      <TextField
        name="receivedFrom"
        label={t("desk.receivedFrom")}
        defaultValue="ARIN"
        problem={problemOf("receivedFrom")}
        autoComplete="off"
      />
      <TextArea name="note" label={t("desk.note")} isOptional problem={problemOf("note")} rows={2} />
      <SubmitButton name="act" value="mark" variant="secondary">
        {t("desk.markGo")}
      </SubmitButton>
    </Form>
  );
}
