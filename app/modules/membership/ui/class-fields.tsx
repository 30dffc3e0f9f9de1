// One class of members as fields.
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ClassRow } from "../domain/rules-form.ts";

export interface ClassFieldsProps {
  readonly row: ClassRow;
  readonly index: number;
  readonly problemOf: (field: string) => string | undefined;
}

export function ClassFields({ row, index, problemOf }: ClassFieldsProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const at = `classes.${index}`;
  const title = row.names[language] || t("form.newClass");
  const hasWordProblem = languages.some((each) => problemOf(`${at}.names.${each}`) ?? problemOf(`${at}.basis.${each}`));
  return (
    <fieldset className="rounded-md border border-line bg-raised p-4">
      <legend className="px-2 font-semibold">{title}</legend>
      <input type="hidden" name={`${at}.key`} value={row.key} />
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
        <Select
          name={`${at}.admission`}
          label={t("form.admission")}
          options={["holder", "application"].map((value) => ({ value, label: t(`form.admissions.${value}`) }))}
          defaultValue={row.admission}
        />
        <NumberField
          name={`${at}.votes`}
          label={t("form.fixedVotes")}
          description={t("form.fixedVotesHint")}
          min={0}
          max={1000}
          defaultValue={row.votes}
          problem={problemOf(`${at}.votes`)}
        />
        <Checkbox name={`${at}.mayVote`} label={t("form.mayVote")} defaultChecked={row.mayVote} className="sm:pt-8" />
      </div>
      <details className="mt-3" open={row.key === "" || hasWordProblem}>
        <summary className="min-h-target cursor-pointer py-1 text-accent">{t("form.words")}</summary>
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
          {languages.map((each) => (
            <TextField
              key={each}
              name={`${at}.basis.${each}`}
              label={t(`form.basisIn.${each}`)}
              defaultValue={row.basis[each]}
              problem={problemOf(`${at}.basis.${each}`)}
              lang={each}
            />
          ))}
        </div>
        <Button type="submit" size="small" variant="danger" name="intent" value={`remove.${at}`} className="mt-4">
          {t("form.removeClass", { name: title })}
        </Button>
      </details>
    </fieldset>
  );
}
