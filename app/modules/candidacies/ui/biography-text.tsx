// A candidate's biography in the reader's language, or in another with a mark that the reader's is missing.
import { useTranslation } from "react-i18next";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import { useLanguage } from "#app/ui/use-formats.ts";

export function BiographyText({ biography }: { readonly biography: Trilingual }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const shown = shownLanguage(biography, language);
  if (shown === undefined) return <p className="text-ink-soft">{t("public.noBiography")}</p>;
  return (
    <div className="max-w-text space-y-3">
      {shown === language ? null : (
        <p className="border-s-4 border-warning ps-3 text-sm text-ink-soft">
          {t("public.missingLanguage", { language: t(`languages.${shown}`) })}
        </p>
      )}
      <div lang={shown} className="space-y-3 break-words">
        {biography[shown].split(/\n{2,}/).map((paragraph, index) => (
          <p key={index} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}

function shownLanguage(text: Trilingual, wanted: Language): Language | undefined {
  return [wanted, ...languages].find((language) => text[language].trim() !== "");
}
