// The frame of every page: skip link, banner, header, content, footer.
import { useLocation, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Viewer } from "#app/modules/accounts/index.ts";
import type { WaitingAlerts } from "#app/modules/alerts/index.ts";
import { AlertBand } from "#app/modules/alerts/index.ts";
import type { Theme } from "#app/ui/theme.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

export interface ShellProps {
  readonly viewer: Viewer | null;
  /** Proposals that wait for this person's decision. */
  readonly proposalsWaiting?: number;
  /** What nobody has taken note of, for those who must know. */
  readonly waitingAlerts?: WaitingAlerts;
  readonly isDemonstration: boolean;
  readonly theme: Theme;
  readonly helpAddress: string | undefined;
  readonly children: ReactNode;
}

export function Shell({
  viewer,
  proposalsWaiting = 0,
  waitingAlerts = [],
  isDemonstration,
  theme,
  helpAddress,
  children,
}: ShellProps) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <div className="flex min-h-dvh flex-col print:block">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-accent focus:px-5 focus:py-3 focus:font-semibold focus:text-on-accent"
      >
        {t("skip")}
      </a>
      <NavigationProgress />
      {isDemonstration ? <DemonstrationBanner /> : null}
      <Header viewer={viewer} proposalsWaiting={proposalsWaiting} />
      <AlertBand waiting={waitingAlerts} />
      <main id="content" ref={main} tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer theme={theme} helpAddress={helpAddress} />
    </div>
  );
}

/** Cannot be taken for part of a page: striped, above everything, and on paper too. */
function DemonstrationBanner() {
  const { t } = useTranslation();
  return (
    <aside aria-label={t("demonstration.title")} className="demonstration border-b-2 border-warning bg-warning-soft">
      <p className="mx-auto max-w-page px-4 py-2 text-sm text-warning sm:px-6">
        <strong className="me-2 inline-block uppercase tracking-wider">{t("demonstration.title")}</strong>
        {t("demonstration.sentence")}
      </p>
    </aside>
  );
}

/** A thin line above the page while the next one is fetched; a quick answer never shows it. */
function NavigationProgress() {
  const { t } = useTranslation();
  const isNavigating = useNavigation().state !== "idle";
  const isRevalidating = useRevalidator().state !== "idle";
  return (
    <div role="status" className="no-print">
      {isNavigating || isRevalidating ? (
        <div className="navigation-progress">
          <span className="sr-only">{t("loading")}</span>
        </div>
      ) : null}
    </div>
  );
}

/** After going to another page the focus goes to its title, so that whoever hears the page knows that it changed. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (hash !== "" || main.current?.contains(document.activeElement)) return;
    const title = main.current?.querySelector<HTMLElement>("h1") ?? main.current;
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  }, [pathname, hash, main]);
}
