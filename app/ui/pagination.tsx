// Links to the pages of a long list. The page is in the address, so it can be linked to and works without JavaScript.
import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";
import { useFormats } from "./use-formats.ts";

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  /** The name in the address. */
  readonly parameter?: string;
}

export function Pagination({ page, pageCount, parameter = "page" }: PaginationProps) {
  const { t } = useTranslation("ui");
  const { number } = useFormats();
  const [search] = useSearchParams();
  if (pageCount <= 1) return null;
  function addressOf(target: number): string {
    const next = new URLSearchParams(search);
    next.set(parameter, String(target));
    return `?${next.toString()}`;
  }
  return (
    <nav
      aria-label={t("pagination.label")}
      className="no-print flex flex-wrap items-center justify-between gap-x-3 border-t border-line pt-3 text-sm"
    >
      <span className="min-w-24 flex-1">
        {page > 1 ? (
          <Link to={addressOf(page - 1)} rel="prev" className="link inline-flex min-h-touch items-center gap-2">
            <Icon name="arrowLeft" />
            {t("pagination.previous")}
          </Link>
        ) : null}
      </span>
      <span className="tabular">{t("pagination.position", { page: number(page), pageCount: number(pageCount) })}</span>
      <span className="min-w-24 flex-1 text-end">
        {page < pageCount ? (
          <Link to={addressOf(page + 1)} rel="next" className="link inline-flex min-h-touch items-center gap-2">
            {t("pagination.next")}
            <Icon name="arrowRight" />
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
