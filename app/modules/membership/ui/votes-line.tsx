// Class, category and votes of an organisation in one line, for cards and lists.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { VotesExplanation } from "../domain/right-to-vote.ts";

export function VotesLine({ explanation }: { readonly explanation: VotesExplanation }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { category, standing, votes } = explanation;
  const words = [explanation.class?.names, category?.names].flatMap((names) =>
    names ? inLanguage(names, language) : [],
  );
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-semibold">{t("votes.count", { count: votes })}</span>
      <span className="text-ink-soft">{words.length > 0 ? words.join(" · ") : t("votes.noClassShort")}</span>
      {standing.isGood && votes > 0 ? (
        <Badge tone="success">{t("standing.good")}</Badge>
      ) : (
        standing.reasonsNot.map((reason) => (
          <Badge key={reason} tone="warning">
            {t(`standing.${reason}`)}
          </Badge>
        ))
      )}
    </p>
  );
}
