// What two people decided before the seal, with their reasons: on the election's page and on the commission's desk.
import { useTranslation } from "react-i18next";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Instant } from "#app/ui/instant.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { PreparationDecisionView } from "../queries/preparation-decisions.server.ts";

export function PreparationDecisions({ decisions }: { readonly decisions: readonly PreparationDecisionView[] }) {
  const { t } = useTranslation("elections");
  return (
    <ol className="max-w-text space-y-5">
      {decisions.map((decision) => (
        <li key={decision.id} className="space-y-1">
          <Sentence decision={decision} />
          {decision.reason === "" ? null : <p>{decision.reason}</p>}
          <p className="text-sm text-ink-soft">
            {t("beforeSealing.by", { proposer: decision.proposedByName, approver: decision.approvedByName })},{" "}
            <Instant at={decision.decidedAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Sentence({ decision }: { readonly decision: PreparationDecisionView }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const moved = decision.kind === "staying-refreshed" ? decision.subject.contests : [];
  return (
    <>
      <p className="font-semibold">{t(`beforeSealing.kinds.${decision.kind}`, wordsOf(decision, language))}</p>
      {moved.map(({ title, left, came }) => (
        <p key={title.es}>
          {[
            inLanguage(title, language),
            ...(left.length === 0 ? [] : [t("beforeSealing.left", { names: left.join(", ") })]),
            ...(came.length === 0 ? [] : [t("beforeSealing.came", { names: came.join(", ") })]),
          ].join(". ")}
        </p>
      ))}
    </>
  );
}

function wordsOf(decision: PreparationDecisionView, language: Language): Readonly<Record<string, string>> {
  switch (decision.kind) {
    case "contest-dropped":
      return { contest: inLanguage(decision.subject.contest, language) };
    case "trustee-replaced":
      return { left: decision.subject.left, came: decision.subject.came };
    case "rehearsed":
      return { signers: decision.subject.signers };
    case "address-mended":
      return { organization: decision.subject.organization };
    case "staying-refreshed":
    case "rehearsal-waived":
      return {};
  }
}
