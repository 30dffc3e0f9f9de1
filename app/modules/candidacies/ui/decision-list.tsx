// What the commission decided on a candidacy, with its reasons, the newest first.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import type { DecisionView } from "../queries/review.server.ts";

export function DecisionList({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  const { t } = useTranslation("candidacies");
  return (
    <ol className="border-t border-line">
      {decisions.map(({ id, kind, reasons, decidedByName, decidedAt }) => (
        <li key={id} className="border-b border-line py-3">
          <p className="font-semibold">{t(`decisions.${kind}`)}</p>
          <p className="text-sm text-ink-soft">
            <Instant at={decidedAt} /> · {decidedByName}
          </p>
          {reasons === "" ? null : <p className="mt-1 max-w-text whitespace-pre-line break-words">{reasons}</p>}
        </li>
      ))}
    </ol>
  );
}
