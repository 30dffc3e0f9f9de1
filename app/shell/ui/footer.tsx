// Below every page: who helps, how to verify, light or dark.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToPublicLog } from "#app/modules/audit-log/index.ts";
import { linkToBodies } from "#app/modules/bodies/index.ts";
import type { Theme } from "#app/ui/theme.ts";
import { ThemeSwitch } from "#app/ui/theme-switch.tsx";
import { chooseTheme, useBack } from "./switches.ts";

export function Footer({ theme, helpAddress }: { readonly theme: Theme; readonly helpAddress: string | undefined }) {
  const { t } = useTranslation();
  return (
    <footer className="border-t border-line bg-sunken print:mt-2 print:border-ink print:bg-transparent">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-10 gap-y-4 px-4 py-6 text-sm text-ink-soft sm:px-6 print:py-2">
        <div className="space-y-1">
          {helpAddress ? (
            <p>
              {t("footer.help")}{" "}
              <a href={`mailto:${helpAddress}`} className="link inline-block py-0.5">
                {helpAddress}
              </a>
            </p>
          ) : null}
          <p className="no-print flex flex-wrap gap-x-6">
            <Link to={linkToBodies()} className="link inline-block py-0.5">
              {t("footer.bodies")}
            </Link>
            <Link to="/verify" className="link inline-block py-0.5">
              {t("footer.verify")}
            </Link>
            <Link to={linkToPublicLog()} className="link inline-block py-0.5">
              {t("footer.log")}
            </Link>
          </p>
        </div>
        <ThemeSwitch action="/theme" back={useBack()} initial={theme} onChoose={chooseTheme} />
      </div>
    </footer>
  );
}
