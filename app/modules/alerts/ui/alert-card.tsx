// One alert: what was found, since when, whether it is over, and who took note of it.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { AlertView } from "../queries/alerts.server.ts";

export function AlertCard({ alert, children }: { readonly alert: AlertView; readonly children?: ReactNode }) {
  const { t } = useTranslation("alerts");
  const isWaiting = alert.acknowledgedAt === null;
  return (
    <article
      className={`forced-border avoid-break min-w-0 space-y-3 rounded-md border border-s-4 bg-raised p-4 sm:p-5 ${isWaiting ? "border-danger" : "border-line"}`}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg font-semibold">{t(`kinds.${alert.kind}`)}</h3>
        <Badge tone={alert.clearedAt === null ? "danger" : "neutral"}>
          {t(alert.clearedAt === null ? "state.standing" : "state.over")}
        </Badge>
      </header>
      <p className="max-w-text wrap-anywhere">{useSentence(alert)}</p>
      <p className="max-w-text text-ink-soft">{t(`what.${alert.kind}`)}</p>
      <p className="text-sm text-ink-soft">
        {t("raised")} <Instant at={alert.raisedAt} precision="second" />
      </p>
      {alert.acknowledgedAt === null ? null : (
        <p className="max-w-text border-t border-line pt-3 text-sm wrap-anywhere">
          <span className="text-ink-soft">
            {t("acknowledgedBy", { name: alert.acknowledgedByName ?? "" })} <Instant at={alert.acknowledgedAt} />
          </span>
          <br />
          {alert.remark}
        </p>
      )}
      {children}
    </article>
  );
}

function useSentence({ code, details }: AlertView): string {
  const { t } = useTranslation("alerts");
  const language = useLanguage();
  const formats = useFormats();
  const values = Object.entries(details).map(([name, value]) => {
    if (name === "title") return [name, inLanguage(value as unknown as Trilingual, language)];
    if (name === "day" && typeof value === "string") return [name, formats.day(new Date(`${value}T00:00:00Z`))];
    const isInstant = typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
    return [name, isInstant ? formats.moment(new Date(value), "second") : value];
  });
  return t(`refusals.${code}`, {
    ...(Object.fromEntries(values) as Record<string, string | number>),
    defaultValue: code,
  });
}
