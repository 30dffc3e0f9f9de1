// Proposes another address for a voter by link whose mails come back: two people decide, and the roll stays as it was signed.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export function MendAddress({ handle, name }: { readonly handle: string; readonly name: string }) {
  const { t } = useTranslation("campaigns");
  return (
    <details>
      <summary className="flex min-h-touch cursor-pointer items-center font-semibold text-accent underline">
        {t("unreachable.mend.title", { organization: name })}
      </summary>
      <Form method="post" className="mt-2 space-y-4 border-s-4 border-line ps-4">
        <p className="max-w-text text-sm">{t("unreachable.mend.means")}</p>
        <TextField
          id={`address-${handle}`}
          name="address"
          type="email"
          label={t("unreachable.mend.address")}
          autoComplete="off"
          required
        />
        <TextArea
          id={`reason-${handle}`}
          name="reason"
          label={t("unreachable.mend.reason")}
          description={t("unreachable.mend.reasonHint")}
          rows={2}
          required
        />
        <SubmitButton variant="secondary" size="small" name="mend" value={handle}>
          {t("unreachable.mend.propose")}
        </SubmitButton>
      </Form>
    </details>
  );
}
