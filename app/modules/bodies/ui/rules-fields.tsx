// A body's rules as fields: the day, the numbers, the choices, the source.
import { useTranslation } from "react-i18next";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { NamedBody } from "./use-rule-words.ts";

export interface RulesFieldsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly earliest: string;
  /** The bodies that may be incompatible: all others. */
  readonly others: readonly NamedBody[];
  readonly problemOf: (field: string) => string | undefined;
}

const choices = {
  termsBegin: ["new-year", "after-election"],
  nominators: ["membership-contacts", "anyone"],
  tieRule: ["lot", "runoff"],
} as const;

export function RulesFields({ values, earliest, others, problemOf }: RulesFieldsProps) {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", problem: problemOf(name) });
  const numeric = (name: string, description?: string) => (
    <NumberField {...field(name)} label={t(`rules.${name}`)} description={description} min={0} />
  );
  const choice = (name: keyof typeof choices) => (
    <Select
      {...field(name)}
      label={t(`rules.${name}`)}
      options={choices[name].map((value) => ({ value, label: t(`rules.values.${name}.${value}`) }))}
    />
  );
  return (
    <div className="space-y-6">
      <DateField {...field("effectiveFrom")} label={t("desk.effectiveFrom")} min={earliest} />
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {numeric("seats")}
        {numeric("renewalsPerYear")}
        {numeric("termYears")}
        <TextField
          {...field("termYearsByRank")}
          label={t("rules.termYearsByRank")}
          description={t("desk.ranksHint")}
          isOptional
        />
        {choice("termsBegin")}
        {choice("tieRule")}
        {numeric("capPerCitizenship", t("desk.capHint"))}
        {numeric("capPerEmployerGroup", t("desk.capHint"))}
        {choice("nominators")}
        {numeric("nominationsPerOrganization", t("desk.nominationsHint"))}
        {numeric("endorsementsNeeded")}
      </div>
      <CheckboxGroup
        name="incompatibleBodies"
        label={t("rules.incompatibleBodies")}
        defaultValue={(values["incompatibleBodies"] ?? "").split(",")}
        options={others.map(({ key, names }) => ({ value: key, label: inLanguage(names, language) }))}
      />
      <TextArea {...field("source")} label={t("desk.source")} description={t("desk.sourceHint")} rows={2} />
      <Checkbox name="isAssumed" label={t("desk.isAssumed")} defaultChecked={values["isAssumed"] === "on"} />
    </div>
  );
}
