// What stands there when a page cannot: not found, not permitted, no connection, or our own failure with a number to name it by.
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useContext, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import { IncidentContext, writeIncident } from "./incident.ts";

type Trouble = "notFound" | "forbidden" | "offline" | "refused" | "failed";

export function ErrorPage({ helpAddress }: { readonly helpAddress: string | undefined }) {
  const { t } = useTranslation();
  const error = useRouteError();
  // Why kept: the cookie that tells of the incident lives for half a minute, the page may stand longer.
  const [incident] = useState(useContext(IncidentContext));
  const trouble = troubleOf(error, incident?.isForbidden ?? false);
  return (
    <Page
      width="text"
      title={t(`errors.${trouble}.title`)}
      lead={t(`errors.${trouble}.lead`)}
      actions={null}
    >
      {incident && trouble === "failed" ? (
        <p data-incident={writeIncident(incident)}>
          {t("errors.incident")} <strong className="font-mono text-lg">{incident.number}</strong>
        </p>
      ) : null}
      {incident && trouble === "forbidden" ? <span hidden data-incident={writeIncident(incident)} /> : null}
      {trouble === "failed" && helpAddress ? <p>{t("errors.write", { address: helpAddress })}</p> : null}
      <Ways trouble={trouble} />
    </Page>
  );
}

function Ways({ trouble }: { readonly trouble: Trouble }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="no-print flex flex-wrap gap-3">
      {trouble === "offline" || trouble === "failed" ? (
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t("errors.again")}
        </Button>
      ) : null}
      <LinkButton to="/">{t("errors.home")}</LinkButton>
      {trouble === "notFound" ? <LinkButton to="/elections">{t("navigation.elections")}</LinkButton> : null}
    </div>
  );
}

function troubleOf(error: unknown, isForbidden: boolean): Trouble {
  if (isForbidden) return "forbidden";
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return "notFound";
    if (error.status === 401 || error.status === 403) return "forbidden";
    return error.status < 500 ? "refused" : "failed";
  }
  return isBrokenConnection(error) ? "offline" : "failed";
}

/** Browsers say it in different words, all of them in a TypeError. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}
