// The rules as a form: the day from which they hold, the categories, the classes. Works without JavaScript.
import { useTranslation } from "react-i18next";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { RulesRows } from "../domain/rules-form.ts";
import { CategoryFields } from "./category-fields.tsx";
import { ClassFields } from "./class-fields.tsx";

export interface RulesFormProps {
  readonly values: RulesRows & { readonly effectiveFrom: string; readonly source: string; readonly isAssumed: boolean };
  /** The first day that may be chosen. */
  readonly earliest: string;
  /** Whether the reader has just seen who changes: only then the form offers to save. */
  readonly hasPreview: boolean;
  readonly problemOf: (field: string) => string | undefined;
}

export function RulesForm({ values, earliest, hasPreview, problemOf }: RulesFormProps) {
  const { t } = useTranslation("membership");
  return (
    <>
      {/* Why: Enter in a field presses the first button of the form, which must be harmless. */}
      <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <div className="space-y-6">
        <DateField
          name="effectiveFrom"
          label={t("form.effectiveFrom")}
          description={t("form.effectiveFromHint")}
          min={earliest}
          defaultValue={values.effectiveFrom}
          problem={problemOf("effectiveFrom")}
        />
        <TextArea
          name="source"
          label={t("form.source")}
          description={t("form.sourceHint")}
          rows={2}
          defaultValue={values.source}
          problem={problemOf("source")}
        />
        <Checkbox
          name="isAssumed"
          label={t("form.isAssumed")}
          description={t("form.isAssumedHint")}
          defaultChecked={values.isAssumed}
        />
      </div>
      <Section title={t("rules.categories")} lead={t("form.categoriesLead")}>
        <div className="space-y-4">
          {values.categories.map((row, index) => (
            <CategoryFields key={`${row.key}-${index}`} row={row} index={index} problemOf={problemOf} />
          ))}
          <Button type="submit" name="intent" value="add.categories">
            {t("form.addCategory")}
          </Button>
        </div>
      </Section>
      <Section title={t("rules.classes")} lead={t("form.classesLead")}>
        <div className="space-y-4">
          {values.classes.map((row, index) => (
            <ClassFields key={`${row.key}-${index}`} row={row} index={index} problemOf={problemOf} />
          ))}
          <Button type="submit" name="intent" value="add.classes">
            {t("form.addClass")}
          </Button>
        </div>
      </Section>
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <SubmitButton name="intent" value="preview" variant={hasPreview ? "secondary" : "primary"}>
          {t("form.preview")}
        </SubmitButton>
        {hasPreview ? (
          <SubmitButton name="intent" value="save">
            {t("form.save")}
          </SubmitButton>
        ) : null}
      </div>
    </>
  );
}
