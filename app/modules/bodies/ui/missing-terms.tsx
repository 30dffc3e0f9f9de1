// Whom an official result seated and the register does not have yet, each with the reason, for staff to complete.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import type { TermToRecord } from "../queries/terms-left.server.ts";

export function MissingTerms({ missing }: { readonly missing: readonly TermToRecord[] }) {
  const { t } = useTranslation("bodies");
  if (missing.length === 0) return null;
  return (
    <Panel tone="warning" title={t("desk.missingTitle")}>
      <ul className="list-disc ps-5">
        {missing.map(({ name, begin, code, details }) => (
          <li key={`${name} ${begin}`}>
            {t("desk.missingTerm", { name, begin, reason: t(`refusals.${code}`, { ...details }) })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
