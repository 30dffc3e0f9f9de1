// Names whoever the names of organisations come from, as their licence asks, wherever such names are shown.
import { useTranslation } from "react-i18next";

export function NamesAttribution({ source }: { readonly source: string }) {
  const { t } = useTranslation("organizations");
  return source === "" ? null : <p className="max-w-text text-xs text-ink-soft">{t("attribution", { source })}</p>;
}
