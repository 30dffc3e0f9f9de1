// The recovery codes, shown this once: to print, to save, to write down.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { linkToProfile } from "../links.ts";

export function RecoveryCodes({ codes, userId }: { readonly codes: readonly string[]; readonly userId: string }) {
  const { t } = useTranslation("accounts");
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <Section title={t("recovery.title")}>
      <Panel tone="warning" title={t("recovery.onceTitle")}>
        <p>{t("recovery.onceBody")}</p>
      </Panel>
      <p className="mt-6">{t("recovery.of", { userId })}</p>
      <ol className="mt-2 grid max-w-text list-inside list-decimal gap-x-8 gap-y-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="no-print mt-6 flex flex-wrap gap-2">
        {isAwake ? (
          <>
            <Button
              onClick={() => download(userId, [t("recovery.of", { userId }), t("recovery.onceBody"), "", ...codes])}
            >
              <Icon name="download" />
              {t("recovery.download")}
            </Button>
            <Button onClick={() => window.print()}>{t("recovery.print")}</Button>
          </>
        ) : null}
        <LinkButton to={linkToProfile()} variant="primary">
          {t("recovery.kept")}
        </LinkButton>
      </div>
    </Section>
  );
}

/** Saves a text file, without a server ever seeing the codes again. */
function download(userId: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `plenaria-${userId}.txt`;
  link.click();
  URL.revokeObjectURL(url);
}
