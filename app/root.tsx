// The document around every page, and the page that stands there when another cannot.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useContext } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { countWaitingAlerts } from "#app/modules/alerts/index.server.ts";
import { findViewer } from "#app/modules/accounts/index.server.ts";
import type { Viewer } from "#app/modules/accounts/index.ts";
import { countProposalsWaitingFor } from "#app/modules/approvals/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { languageOfRequest } from "#app/platform/language/language-of-request.server.ts";
import { sentencesVersion } from "#app/platform/language/catalogue.server.ts";
import { addressOf } from "#app/shell/help-address.ts";
import { themeOfRequest } from "#app/shell/theme-cookie.server.ts";
import { DocumentTitle } from "#app/shell/ui/document-title.tsx";
import { ErrorPage } from "#app/shell/ui/error-page.tsx";
import { NonceContext } from "#app/shell/ui/nonce.ts";
import { Shell } from "#app/shell/ui/shell.tsx";
import stylesheet from "#app/ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { settings } = context.ground;
  const viewer = await findViewer(context.ground, request);
  const language = await languageOfRequest(request, viewer?.language);
  return {
    language,
    sentencesUrl: `/sentences/${language}.json?v=${sentencesVersion(language)}`,
    viewer,
    proposalsWaiting: viewer === null ? 0 : await countProposalsWaiting(context.ground, viewer),
    waitingAlerts: viewer === null ? [] : await waitingAlertsFor(context.ground, viewer),
    theme: await themeOfRequest(request),
    isDemonstration: settings.mode === "demonstration",
    helpAddress: addressOf(settings.mailFrom),
  };
}

function countProposalsWaiting(ground: Ground, viewer: Viewer): Promise<number> {
  return countProposalsWaitingFor(withActor(ground, { kind: "visitor" }), approvableActs, viewer);
}

function waitingAlertsFor(ground: Ground, viewer: Viewer) {
  return countWaitingAlerts(withActor(ground, { kind: "person", ...viewer }));
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const { i18n } = useTranslation();
  const nonce = useContext(NonceContext);
  const theme = loaded?.theme === "system" ? undefined : loaded?.theme;
  return (
    <html lang={i18n.language} data-theme={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <DocumentTitle />
        {loaded ? (
          <link
            rel="preload"
            as="fetch"
            crossOrigin="anonymous"
            href={loaded.sentencesUrl}
            data-sentences={loaded.language}
          />
        ) : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Document() {
  const { viewer, proposalsWaiting, waitingAlerts, isDemonstration, theme, helpAddress } =
    useLoaderData<typeof loader>();
  return (
    <Shell
      viewer={viewer}
      proposalsWaiting={proposalsWaiting}
      waitingAlerts={waitingAlerts}
      isDemonstration={isDemonstration}
      theme={theme}
      helpAddress={helpAddress}
    >
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const loaded = useRouteLoaderData<typeof loader>("root");
  return (
    <Shell
      viewer={loaded?.viewer ?? null}
      isDemonstration={loaded?.isDemonstration ?? false}
      theme={loaded?.theme ?? "system"}
      helpAddress={loaded?.helpAddress}
    >
      <ErrorPage helpAddress={loaded?.helpAddress} />
    </Shell>
  );
}
