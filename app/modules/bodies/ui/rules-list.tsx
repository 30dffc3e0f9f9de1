// The rules of a body in words, and where they come from.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { BodyRulesVersion } from "../domain/rules.ts";
import { bodyRulesFields } from "../domain/rules.ts";
import type { NamedBody } from "./use-rule-words.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** Those say where they come from in the language of the page. */
function isBuiltIn({ id }: BodyRulesVersion): boolean {
  return id.startsWith("default-");
}

export interface RulesListProps {
  readonly version: BodyRulesVersion;
  readonly bodies: readonly NamedBody[];
}

export function RulesList({ version, bodies }: RulesListProps) {
  const { t } = useTranslation("bodies");
  const wordsOf = useRuleWords(bodies);
  return (
    <div className="space-y-4">
      <DefinitionList
        entries={bodyRulesFields.map((field) => ({
          term: t(`rules.${field}`),
          description: wordsOf(version.document, field),
        }))}
      />
      <p className="max-w-text text-sm text-ink-soft">
        {version.isAssumed ? (
          <>
            <Badge tone="warning">{t("page.assumed")}</Badge> {t("page.assumedText")}{" "}
          </>
        ) : null}
        {t("page.source", { source: isBuiltIn(version) ? t(`defaultSources.${version.id}`) : version.source })}
      </p>
    </div>
  );
}
