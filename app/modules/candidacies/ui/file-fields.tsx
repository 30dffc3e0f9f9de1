// The biography in each language and the links, of one size for every candidate.
import { useTranslation } from "react-i18next";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { fileLimits } from "../domain/file-limits.ts";
import { CountedArea } from "./counted-area.tsx";

export interface FileFieldsProps {
  readonly biography: Trilingual;
  readonly links: readonly string[];
  readonly problemOf: (field: string) => string | undefined;
}

export function FileFields({ biography, links, problemOf }: FileFieldsProps) {
  const { t } = useTranslation("candidacies");
  return (
    <>
      {languages.map((language) => (
        <CountedArea
          key={language}
          name={language}
          lang={language}
          label={t(`languages.${language}`)}
          most={fileLimits.biography}
          defaultValue={biography[language]}
          problem={problemOf(language)}
          rows={9}
          isOptional
        />
      ))}
      {Array.from({ length: fileLimits.links }, (_, place) => (
        <TextField
          key={place}
          name="links"
          id={place === 0 ? undefined : `field-links-${place}`}
          type="url"
          label={t("file.link", { place: place + 1 })}
          description={place === 0 ? t("file.linkHint") : undefined}
          defaultValue={links[place] ?? ""}
          problem={problemOf(`links.${place}`)}
          maxLength={fileLimits.link}
          inputMode="url"
          isOptional
        />
      ))}
    </>
  );
}
