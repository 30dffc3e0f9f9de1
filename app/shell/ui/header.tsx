// Who we are, where one can go, who one is, and in which language.
import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Viewer } from "#app/modules/accounts/index.ts";
import { classes } from "#app/ui/classes.ts";
import { Icon } from "#app/ui/icon.tsx";
import { LanguageSwitch } from "#app/ui/language-switch.tsx";
import { Mark } from "./mark.tsx";
import { waysFor } from "./navigation.ts";
import { useBack, useLanguageChoice } from "./switches.ts";

interface HeaderProps {
  readonly viewer: Viewer | null;
  readonly proposalsWaiting: number;
}

export function Header({ viewer, proposalsWaiting }: HeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="border-b border-line bg-raised print:border-ink">
      <div className="mx-auto flex min-h-16 max-w-page flex-wrap items-center gap-x-2 gap-y-2 px-3 py-2 min-[23rem]:gap-x-3 min-[23rem]:px-4 sm:px-6 lg:gap-x-5">
        <Link to="/" className="flex min-h-touch items-center gap-2 text-ink">
          <Mark className="size-7 text-accent min-[23rem]:size-8" />
          <span className="font-display text-lg font-semibold tracking-tight min-[23rem]:text-xl">
            {t("productName")}
          </span>
        </Link>
        <nav aria-label={t("navigation.label")} className="no-print hidden flex-1 lg:block">
          <Ways viewer={viewer} proposalsWaiting={proposalsWaiting} isRow />
        </nav>
        <div className="no-print ms-auto flex items-center gap-2 lg:ms-0 lg:gap-3">
          <LanguageSwitch action="/language" back={useBack()} onChoose={useLanguageChoice()} />
          <div className="hidden lg:block">{viewer ? <PersonMenu viewer={viewer} /> : <SignInLink />}</div>
          <Disclosure
            className="lg:hidden"
            label={
              <>
                <Icon name="menu" className="size-6" />
                <span className="sr-only">{t("navigation.menu")}</span>
              </>
            }
          >
            <nav aria-label={t("navigation.label")}>
              <Ways viewer={viewer} proposalsWaiting={proposalsWaiting} />
            </nav>
            <div className="mt-2 border-t border-line pt-2">
              {viewer ? <PersonLinks viewer={viewer} /> : <SignInLink isWide />}
            </div>
          </Disclosure>
        </div>
      </div>
    </header>
  );
}

function Ways({ viewer, proposalsWaiting, isRow = false }: HeaderProps & { readonly isRow?: boolean }) {
  const { pathname } = useLocation();
  const { t } = useTranslation();
  return (
    <ul className={classes("flex", isRow ? "flex-wrap gap-x-3.5 text-[0.9375rem]" : "flex-col")}>
      {waysFor(viewer, proposalsWaiting).map(({ to, name, waiting = 0, without = [] }) => (
        <li key={to}>
          <NavLink
            to={to}
            className={({ isActive }) =>
              classes(
                "flex min-h-touch items-center",
                isRow ? "border-b-3 pt-[3px]" : "border-s-3 px-3",
                isActive && !without.some((part) => pathname.startsWith(part))
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
              )
            }
          >
            {t(name)}
            {waiting > 0 ? <Waiting count={waiting} /> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <span className="ms-2 inline-flex min-w-6 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("approvals:waiting", { count })}</span>
    </span>
  );
}

function SignInLink({ isWide = false }: { readonly isWide?: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/sign-in"
      className={classes(
        "flex min-h-touch items-center rounded-md font-semibold",
        isWide ? "px-3 text-accent" : "border border-accent px-4 text-accent hover:bg-accent-soft",
      )}
    >
      {t("person.signIn")}
    </Link>
  );
}

function PersonMenu({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  return (
    <Disclosure
      label={
        <>
          <Icon name="person" className="size-5" />
          <span className="sr-only">
            {t("person.menu")} {viewer.name}
          </span>
          {/* On a narrow desk the ways need the place more than the name, which the menu says too. */}
          <span aria-hidden="true" className="hidden max-w-40 truncate xl:block">
            {viewer.name}
          </span>
          <Icon name="chevronDown" />
        </>
      }
    >
      <PersonLinks viewer={viewer} />
    </Disclosure>
  );
}

function PersonLinks({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const look = "flex min-h-touch w-full items-center rounded-sm px-3 text-start hover:bg-sunken";
  return (
    <>
      <p className="px-3 py-2">
        <span className="block font-semibold">{viewer.name}</span>
        <span className="block font-mono text-sm text-ink-soft">{viewer.userId}</span>
      </p>
      <ul className="border-t border-line pt-1">
        <li>
          <Link to="/my/profile" className={look}>
            {t("person.profile")}
          </Link>
        </li>
        <li>
          <Link to="/my/sessions" className={look}>
            {t("person.sessions")}
          </Link>
        </li>
        <li>
          {/* A whole new page, so that nothing of the person stays in this one. */}
          <form method="post" action="/sign-out">
            <button type="submit" className={look}>
              {t("person.signOut")}
            </button>
          </form>
        </li>
      </ul>
    </>
  );
}

/** A menu that opens without JavaScript; with it, it also closes on Escape, when a press or the focus goes elsewhere, and when the page changes. */
function Disclosure({
  label,
  className,
  children,
}: {
  readonly label: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => element.current?.removeAttribute("open"), [key]);
  useEffect(() => {
    function close(event: Event): void {
      const details = element.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    }
    // Focus that goes elsewhere must not go under the open menu.
    const occasions = ["keydown", "pointerdown", "focusin"] as const;
    for (const occasion of occasions) document.addEventListener(occasion, close);
    return () => {
      for (const occasion of occasions) document.removeEventListener(occasion, close);
    };
  }, []);
  return (
    <details ref={element} className={classes("relative", className)}>
      <summary className="flex min-h-touch min-w-touch list-none items-center justify-center gap-2 rounded-md border border-line-strong px-2.5 hover:bg-sunken">
        {label}
      </summary>
      <div className="absolute end-0 z-40 mt-2 w-64 max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-raised p-2 shadow-xl">
        {children}
      </div>
    </details>
  );
}
