// Says that the rules were assumed, and from what, wherever votes made from them are shown.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";

export function AssumedNotice({ id, source }: { readonly id: string; readonly source: string }) {
  const { t } = useTranslation("membership");
  return (
    <p className="max-w-text text-sm text-ink-soft">
      <Badge tone="warning">{t("assumed.badge")}</Badge>{" "}
      {t("assumed.text", { source: id === "default" ? t("assumed.defaultSource") : source })}
    </p>
  );
}
