// One category of the rules as fields.
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { CategoryRow, LimitRow } from "../domain/rules-form.ts";

export interface CategoryFieldsProps {
  readonly row: CategoryRow;
  readonly index: number;
  readonly problemOf: (field: string) => string | undefined;
}

export function CategoryFields({ row, index, problemOf }: CategoryFieldsProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const at = `categories.${index}`;
  const title = row.names[language] || t("form.newCategory");
  const nameProblem = languages.some((each) => problemOf(`${at}.names.${each}`) !== undefined);
  return (
    <fieldset className="rounded-md border border-line bg-raised p-4">
      <legend className="px-2 font-semibold">{title}</legend>
      <input type="hidden" name={`${at}.key`} value={row.key} />
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[1fr_1fr_6rem]">
        <LimitFields at={`${at}.ipv4`} family="IPv4" limit={row.ipv4} problemOf={problemOf} />
        <LimitFields at={`${at}.ipv6`} family="IPv6" limit={row.ipv6} problemOf={problemOf} />
        <NumberField
          name={`${at}.votes`}
          label={t("rules.votes")}
          min={0}
          max={1000}
          defaultValue={row.votes}
          problem={problemOf(`${at}.votes`)}
        />
      </div>
      <details className="mt-3" open={row.key === "" || nameProblem}>
        <summary className="min-h-target cursor-pointer py-1 text-accent">{t("form.names")}</summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-3">
          {languages.map((each) => (
            <TextField
              key={each}
              name={`${at}.names.${each}`}
              label={t(`form.nameIn.${each}`)}
              defaultValue={row.names[each]}
              problem={problemOf(`${at}.names.${each}`)}
              lang={each}
            />
          ))}
        </div>
        <Button type="submit" size="small" variant="danger" name="intent" value={`remove.${at}`} className="mt-4">
          {t("form.removeCategory", { name: title })}
        </Button>
      </details>
    </fieldset>
  );
}

interface LimitFieldsProps {
  readonly at: string;
  readonly family: string;
  readonly limit: LimitRow;
  readonly problemOf: (field: string) => string | undefined;
}

function LimitFields({ at, family, limit, problemOf }: LimitFieldsProps) {
  const { t } = useTranslation("membership");
  const options = ["below", "up-to", "any", "not-used"].map((kind) => ({
    value: kind,
    label: t(`form.kinds.${kind}`),
  }));
  return (
    <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[minmax(9rem,1fr)_5rem_5rem]">
      <div className="col-span-2 sm:col-span-1">
        <Select name={`${at}.kind`} label={family} options={options} defaultValue={limit.kind} />
      </div>
      <NumberField
        name={`${at}.blocks`}
        label={t("form.blocks")}
        min={1}
        defaultValue={limit.blocks}
        problem={problemOf(`${at}.blocks`)}
      />
      <NumberField
        name={`${at}.prefix`}
        label={t("form.prefix")}
        min={0}
        max={64}
        defaultValue={limit.prefix}
        problem={problemOf(`${at}.prefix`)}
      />
    </div>
  );
}
