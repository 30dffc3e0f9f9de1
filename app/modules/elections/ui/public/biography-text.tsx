// What a candidate says of herself or himself.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";

/** In the reader's language, or in one that there is, with a word about it. */
export function BiographyText({
  biography,
  language,
}: {
  readonly biography: Trilingual;
  readonly language: Language;
}) {
  const { t } = useTranslation("elections");
  const isMissing = biography[language] === "";
  return (
    <div className="max-w-text space-y-2 py-2">
      {isMissing ? <p className="italic text-ink-soft">{t("public.candidates.otherLanguage")}</p> : null}
      {inLanguage(biography, language)
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </div>
  );
}
