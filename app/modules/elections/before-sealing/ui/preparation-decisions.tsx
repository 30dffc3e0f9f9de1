// What two people decided before the seal, with their reasons: on the election's page and on the commission's desk.
import { useTranslation } from "react-i18next";
import type { Trilingual } from "#app/platform/language/languages.ts";
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

interface Moved {
  readonly title: Trilingual;
  readonly left: readonly string[];
  readonly came: readonly string[];
}

function Sentence({ decision: { kind, subject } }: { readonly decision: PreparationDecisionView }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const word = (field: string) => (typeof subject[field] === "string" ? subject[field] : "");
  const contest = kind === "contest-dropped" ? inLanguage(subject["contest"] as unknown as Trilingual, language) : "";
  const moved = kind === "staying-refreshed" ? (subject["contests"] as unknown as readonly Moved[]) : [];
  return (
    <>
      <p className="font-semibold">
        {t(`beforeSealing.kinds.${kind}`, {
          ...{ contest, left: word("left"), came: word("came") },
          signers: word("signers"),
        })}
      </p>
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
