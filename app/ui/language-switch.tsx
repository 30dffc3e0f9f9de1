// The temporary switch between the languages. It changes the words of the open page and touches nothing that was typed.
import { languages } from "#app/platform/language/languages.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { useTranslation } from "react-i18next";
import { Segments } from "./segments.tsx";
import { useLanguage } from "./use-formats.ts";

const ownNames: Record<Language, string> = { es: "Español", en: "English", pt: "Português" };

export interface LanguageSwitchProps {
  readonly action: string;
  readonly back: string;
  readonly onChoose: (language: Language) => void;
}

export function LanguageSwitch({ action, back, onChoose }: LanguageSwitchProps) {
  const { t } = useTranslation("ui");
  return (
    <Segments
      label={t("language.label")}
      name="language"
      action={action}
      back={back}
      current={useLanguage()}
      segments={languages.map((language) => ({
        value: language,
        label: language.toUpperCase(),
        spoken: `${language.toUpperCase()}, ${ownNames[language]}`,
        lang: language,
      }))}
      onChoose={(value) => onChoose(value as Language)}
    />
  );
}
