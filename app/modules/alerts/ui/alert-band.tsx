// The band above every page of whoever must know: something is wrong, and nobody has taken note of it.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { linkToAlerts } from "../links.ts";

/** How many alerts of each kind nobody has taken note of. */
export type WaitingAlerts = readonly { readonly kind: string; readonly count: number }[];

export function AlertBand({ waiting }: { readonly waiting: WaitingAlerts }) {
  const { t } = useTranslation("alerts");
  if (waiting.length === 0) return null;
  return (
    <aside
      aria-label={t("band.label")}
      className="forced-border border-y-4 border-danger bg-danger-soft print:border-2"
    >
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
        <Icon name="warning" className="size-6 shrink-0 text-danger" />
        <p className="min-w-0 flex-1 basis-48">
          <strong className="me-2 text-danger">{t("band.title")}</strong>
          {waiting.map(({ kind, count }) => t(`band.kinds.${kind}`, { count })).join(" · ")}
        </p>
        <Link
          to={linkToAlerts()}
          className="no-print inline-flex min-h-touch items-center font-semibold text-danger underline underline-offset-4"
        >
          {t("band.go")}
        </Link>
      </div>
    </aside>
  );
}
