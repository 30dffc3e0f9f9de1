// One version of the rules as tables: classes, and categories with their limits and votes.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Table } from "#app/ui/table.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { RulesDocument } from "../domain/rules.ts";
import { LimitWords } from "./limit-words.tsx";

export function RulesTables({ document }: { readonly document: RulesDocument }) {
  const { t } = useTranslation("membership");
  const { number } = useFormats();
  const language = useLanguage();
  return (
    <div className="space-y-8">
      <Table
        caption={t("rules.categories")}
        rows={document.categories}
        rowKey={(category) => category.key}
        columns={[
          { key: "name", header: t("rules.category"), cell: (category) => inLanguage(category.names, language) },
          { key: "ipv4", header: "IPv4", cell: (category) => <LimitWords limit={category.ipv4} /> },
          { key: "ipv6", header: "IPv6", cell: (category) => <LimitWords limit={category.ipv6} /> },
          { key: "votes", header: t("rules.votes"), align: "end", cell: (category) => number(category.votes) },
        ]}
      />
      <Table
        caption={t("rules.classes")}
        rows={document.classes}
        rowKey={(each) => each.key}
        columns={[
          { key: "name", header: t("rules.class"), cell: (each) => inLanguage(each.names, language) },
          { key: "basis", header: t("rules.basis"), cell: (each) => inLanguage(each.basis, language) },
          {
            key: "votes",
            header: t("rules.votes"),
            cell: (each) =>
              !each.mayVote ? t("rules.noVotes") : each.votes === null ? t("rules.byCategory") : number(each.votes),
          },
        ]}
      />
    </div>
  );
}
