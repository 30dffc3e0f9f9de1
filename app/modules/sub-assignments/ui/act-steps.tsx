// The last step of every act: the preview with its three answers. What was typed travels in hidden fields.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { ActPreviewProps } from "./act-preview.tsx";
import { ActPreview } from "./act-preview.tsx";

export interface ConfirmStepProps extends ActPreviewProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly back: string;
  /** Where there is a form to go back to. */
  readonly mayEdit?: boolean;
}

export function ConfirmStep({ preview, fields, back, mayEdit = true }: ConfirmStepProps) {
  const { t } = useTranslation("sub-assignments");
  return (
    <Form method="post" className="space-y-6">
      <ActPreview preview={preview} />
      {Object.entries(fields)
        .filter(([name]) => name !== "step")
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="confirm">
          {t(`preview.go.${preview.kind}`)}
        </SubmitButton>
        {mayEdit ? (
          <SubmitButton name="step" value="edit" variant="secondary">
            {t("preview.edit")}
          </SubmitButton>
        ) : null}
        <LinkButton to={back}>{t("cancel")}</LinkButton>
      </div>
    </Form>
  );
}
