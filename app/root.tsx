// The document around every page.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { findViewer } from "#app/modules/accounts/index.server.ts";
import { languageOfRequest } from "#app/platform/language/language-of-request.server.ts";
import { sentencesVersion } from "#app/platform/language/catalogue.server.ts";
import { NonceContext } from "#app/shell/ui/nonce.ts";
import { Shell } from "#app/shell/ui/shell.tsx";
import stylesheet from "#app/ui/styles.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(context.ground, request);
  const language = await languageOfRequest(request, viewer?.language);
  return {
    language,
    sentencesUrl: `/sentences/${language}.json?v=${sentencesVersion(language)}`,
    viewer,
    isDemonstration: context.ground.settings.mode === "demonstration",
  };
}

export default function Document() {
  const { language, sentencesUrl, viewer, isDemonstration } = useLoaderData<typeof loader>();
  const { i18n } = useTranslation();
  const nonce = useContext(NonceContext);
  return (
    <html lang={i18n.language || language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" as="fetch" crossOrigin="anonymous" href={sentencesUrl} data-sentences={language} />
        <Meta />
        <Links />
      </head>
      <body>
        <Shell viewer={viewer} isDemonstration={isDemonstration}>
          <Outlet />
        </Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
