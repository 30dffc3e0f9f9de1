// Where one asks who holds an address, on the page of the directory and on the front page.
import { useTranslation } from "react-i18next";
import { SearchField } from "#app/ui/search-field.tsx";
import { linkToLookup } from "../links.ts";

export function LookupField({ typed }: { readonly typed?: string }) {
  const { t } = useTranslation("directory");
  return (
    <SearchField
      label={t("field.label")}
      description={t("field.description")}
      defaultValue={typed}
      action={linkToLookup()}
    />
  );
}
