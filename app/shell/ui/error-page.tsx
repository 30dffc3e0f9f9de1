// What stands there when a page cannot: not found, not permitted, no connection, or our own failure with a number to name it by.
import { useRouteError } from "@remix-run/react";
import { useContext } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import { IncidentContext, writeIncident } from "./incident.ts";
import type { Trouble } from "./trouble.ts";
import { useTrouble } from "./trouble.ts";

export function ErrorPage({ helpAddress }: { readonly helpAddress: string | undefined }) {
  const { t } = useTranslation();
  const error = useRouteError();
  const trouble = useTrouble(error) ?? "failed";
  const incident = useContext(IncidentContext)(error);
  return (
    <Page width="text" title={t(`errors.${trouble}.title`)} lead={t(`errors.${trouble}.lead`)}>
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
