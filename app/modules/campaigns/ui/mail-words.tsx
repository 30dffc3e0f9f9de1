// The words of a mail in three languages, with the placeholders that may stand in them.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { MailTexts } from "../domain/mail-text.ts";
import { placeholders } from "../domain/mail-text.ts";

export function MailWords({ texts }: { readonly texts: MailTexts }) {
  const { t } = useTranslation("campaigns");
  return (
    <div className="space-y-6">
      <details>
        <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("kind.placeholders")}</summary>
        <DefinitionList
          entries={placeholders.map((name) => ({
            term: <code>{`{${name}}`}</code>,
            description: t(`placeholders.${name}`),
          }))}
        />
      </details>
      <Form method="post" className="space-y-8" noValidate preventScrollReset>
        {languages.map((language) => (
          <fieldset key={language} className="space-y-4">
            <legend className="text-lg font-semibold">{t(`languages.${language}`)}</legend>
            <TextField
              name={`${language}.subject`}
              lang={language}
              label={t("kind.subject")}
              defaultValue={texts[language].subject}
            />
            <TextArea
              name={`${language}.body`}
              lang={language}
              label={t("kind.body")}
              rows={8}
              defaultValue={texts[language].body}
            />
          </fieldset>
        ))}
        <SubmitButton name="intent" value="words">
          {t("kind.save")}
        </SubmitButton>
      </Form>
    </div>
  );
}
