// The frame of the pages of one's own account: what it is called and the way to the others.
import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { Page } from "#app/ui/page.tsx";
import { linkToChangePassword, linkToProfile, linkToSecondFactor, linkToSessions } from "../links.ts";

export interface AccountPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function AccountPage({ title, lead, children }: AccountPageProps) {
  const { t } = useTranslation("accounts");
  const ways = [
    { to: linkToProfile(), label: t("profile.short") },
    { to: linkToChangePassword(), label: t("changePassword.short") },
    { to: linkToSecondFactor(), label: t("secondFactor.short") },
    { to: linkToSessions(), label: t("sessions.short") },
  ];
  return (
    <Page title={title} lead={lead} width="text">
      <nav aria-label={t("account.navigation")} className="no-print -mt-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {ways.map(({ to, label }) => (
            <li key={to}>
              <NavLink
                to={to}
                className={({ isActive }) =>
                  classes("inline-block py-1.5", isActive ? "font-semibold text-ink" : "link")
                }
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
