// A mail as it will be read, in a frame that runs nothing, for an invented reader or a real one.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface MailPreviewProps {
  readonly preview: {
    readonly language: Language;
    readonly reader: string;
    readonly isFound: boolean;
    readonly subject: string;
    readonly html: string;
  };
  readonly languages: readonly Language[];
}

export function MailPreview({ preview, languages }: MailPreviewProps) {
  const { t } = useTranslation("campaigns");
  return (
    <div className="space-y-4">
      <Form method="get" className="flex flex-wrap items-end gap-4" preventScrollReset>
        <Select
          name="preview"
          label={t("kind.language")}
          defaultValue={preview.language}
          options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <TextField
          name="reader"
          label={t("kind.reader")}
          description={t("kind.readerHint")}
          defaultValue={preview.reader}
          isOptional
          problem={preview.reader !== "" && !preview.isFound ? t("kind.readerUnknown") : undefined}
        />
        <SubmitButton variant="secondary">{t("kind.show")}</SubmitButton>
      </Form>
      <p>
        {t("kind.subject")}: <strong lang={preview.language}>{preview.subject}</strong>
      </p>
      <iframe
        title={t("kind.preview")}
        sandbox=""
        srcDoc={preview.html}
        className="h-[36rem] w-full rounded-md border border-line-strong bg-white"
      />
      <Form method="post" preventScrollReset>
        <input type="hidden" name="language" value={preview.language} />
        <SubmitButton variant="secondary" name="intent" value="test">
          {t("kind.test")}
        </SubmitButton>
      </Form>
    </div>
  );
}
