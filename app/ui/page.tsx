// The top of every page: where it is, what it is, what can be done here; then its content.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";

export interface Crumb {
  readonly label: ReactNode;
  readonly to: string;
}

export interface PageProps {
  readonly title: ReactNode;
  /** One or two sentences below the title. */
  readonly lead?: ReactNode;
  /** Buttons of the whole page. */
  readonly actions?: ReactNode;
  /** The pages above this one, the farthest first; this page is not among them. */
  readonly breadcrumbs?: readonly Crumb[];
  /** "text" for reading and forms, "wide" for tables and desks. */
  readonly width?: "text" | "wide";
  readonly children?: ReactNode;
}

export function Page({ title, lead, actions, breadcrumbs = [], width = "wide", children }: PageProps) {
  return (
    <div
      className={classes(
        "mx-auto px-4 pb-16 pt-6 sm:px-6 sm:pt-10 print:max-w-none print:pb-4",
        width === "text" ? "max-w-[48rem]" : "max-w-page",
      )}
    >
      {breadcrumbs.length > 0 ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b border-line pb-6">
        <div className="min-w-0">
          <h1 className="font-display text-3xl leading-tight text-ink">{title}</h1>
          {lead ? <div className="mt-2 max-w-text text-lg text-ink-soft">{lead}</div> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      <div className="space-y-8">{children}</div>
    </div>
  );
}

/** A part of a page with its heading. */
export function Section({
  title,
  lead,
  actions,
  id,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section id={id}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-display text-2xl leading-tight">{title}</h2>
          {lead ? <p className="mt-1 max-w-text text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("breadcrumbs.label")} className="no-print mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label, to }, position) => (
          <li key={to} className="flex items-center gap-x-2 text-ink-soft">
            <Link to={to} className="link inline-block py-1">
              {label}
            </Link>
            {position < crumbs.length - 1 ? <span aria-hidden="true">/</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
