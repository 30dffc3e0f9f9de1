// What a new version would change, before anybody saves it: the rules, the vacancies, and whom the caps would bar.
import { useTranslation } from "react-i18next";
import { Day } from "#app/ui/day.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { RulesEffect } from "../domain/rules-effect.ts";
import type { NamedBody } from "./use-rule-words.ts";
import { useRuleWords } from "./use-rule-words.ts";

export function RulesEffectView({
  effect,
  bodies,
}: {
  readonly effect: RulesEffect;
  readonly bodies: readonly NamedBody[];
}) {
  const { t } = useTranslation("bodies");
  const { country, list, number } = useFormats();
  const wordsOf = useRuleWords(bodies);
  const { before, after, fields, effectiveFrom } = effect;
  const named = (codes: readonly string[]) => (codes.length === 0 ? "–" : list(codes.map(country)));
  const rows = [
    ...fields.map((field) => ({
      key: field,
      rule: t(`rules.${field}`),
      before: wordsOf(before.document, field),
      after: wordsOf(after.document, field),
    })),
    {
      key: "vacancies",
      rule: t("desk.vacanciesThen"),
      before: number(before.vacancies),
      after: number(after.vacancies),
    },
    { key: "barred", rule: t("desk.barredThen"), before: named(before.barred), after: named(after.barred) },
  ];
  return (
    <Section
      title={t("desk.effect")}
      lead={
        <>
          {t("page.since")} <Day day={effectiveFrom} />
        </>
      }
      id="effect"
    >
      <div role="status" className="space-y-5">
        {fields.length === 0 ? <Panel tone="warning">{t("desk.noEffect")}</Panel> : null}
        <Table
          caption={t("desk.effect")}
          isCaptionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "rule", header: t("desk.rule"), cell: ({ rule }) => rule },
            { key: "before", header: t("desk.before"), cell: (row) => row.before },
            {
              key: "after",
              header: t("desk.after"),
              cell: (row) => <span className="font-semibold">{row.after}</span>,
            },
          ]}
        />
        <p className="text-ink-soft">{t("desk.untouched")}</p>
      </div>
    </Section>
  );
}
