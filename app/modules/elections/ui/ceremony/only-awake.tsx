// Shows its content only when the page is awake in the browser.
// Security: a form that is not awake would send its fields, a passphrase among them, to the server.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";

export function OnlyAwake({ children }: { readonly children: () => ReactNode }) {
  const { t } = useTranslation("elections");
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (isAwake) return children();
  return (
    <>
      <p className="text-ink-soft">{t("ceremony.waking")}</p>
      <noscript>
        <Panel tone="warning">{t("ceremony.noScript")}</Panel>
      </noscript>
    </>
  );
}
