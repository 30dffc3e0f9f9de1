// The browser tab's title, from the `handle` of the innermost route that has one. Written again when the language changes.
import { useMatches, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { useTrouble } from "./trouble.ts";

export function DocumentTitle() {
  const { t } = useTranslation();
  const own = useOwnTitle();
  return <title>{own === undefined ? t("productName") : `${own} · ${t("productName")}`}</title>;
}

function useOwnTitle(): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const error = useRouteError();
  const matches = useMatches();
  const trouble = useTrouble(error);
  if (trouble !== undefined) return t(`errors.${trouble}.title`);
  const match = matches.findLast(({ handle }) => (handle as PageHandle | undefined)?.title !== undefined);
  const title = (match?.handle as PageHandle | undefined)?.title;
  return typeof title === "function" ? title({ loaded: match?.data, t, language }) : title && t(title);
}
