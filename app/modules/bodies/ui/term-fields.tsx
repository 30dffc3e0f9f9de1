// One person's term as fields.
import { useTranslation } from "react-i18next";
import { DateField } from "#app/ui/date-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface TermValues {
  readonly name: string;
  readonly citizenships: string;
  readonly employerGroup: string;
  readonly from: string;
  readonly until: string;
  readonly source: string;
}

export interface TermFieldsProps {
  readonly values: TermValues;
  readonly problemOf: (field: string) => string | undefined;
}

export function TermFields({ values, problemOf }: TermFieldsProps) {
  const { t } = useTranslation("bodies");
  const field = (name: keyof TermValues) => ({ name, defaultValue: values[name], problem: problemOf(name) });
  return (
    <div className="max-w-text space-y-5">
      <TextField {...field("name")} label={t("page.name")} autoComplete="off" />
      <TextField
        {...field("citizenships")}
        problem={problemOf("citizenships") ?? problemOf("citizenships.0") ?? problemOf("citizenships.1")}
        label={t("page.citizenships")}
        description={t("desk.citizenshipsHint")}
        autoComplete="off"
      />
      <TextField
        {...field("employerGroup")}
        label={t("page.employer")}
        description={t("desk.employerHint")}
        isOptional
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-x-8 gap-y-5">
        <DateField {...field("from")} label={t("desk.firstDay")} />
        <DateField {...field("until")} label={t("desk.lastDay")} />
      </div>
      <TextField {...field("source")} label={t("desk.source")} description={t("desk.sourceHint")} autoComplete="off" />
    </div>
  );
}
