// One text in the three languages, side by side where there is room.
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { GroupField } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFormAnswer } from "./form-answer.ts";

export interface TrilingualFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
  readonly maxLength: number;
}

export function TrilingualFields({
  name,
  label,
  description,
  isLong = false,
  isOptional = false,
  maxLength,
}: TrilingualFieldsProps) {
  const { t } = useTranslation("elections");
  const { problemOf, typedIn } = useFormAnswer();
  return (
    <GroupField name={name} label={label} description={description} isOptional={isOptional} problem={problemOf(name)}>
      <div className="grid gap-4 lg:grid-cols-3">
        {languages.map((language) => {
          const field = `${name}.${language}`;
          const properties = {
            name: field,
            label: t(`desk.create.in.${language}`),
            problem: problemOf(field),
            defaultValue: typedIn(field),
            lang: language,
            maxLength,
          };
          return isLong ? (
            <TextArea key={language} {...properties} rows={4} />
          ) : (
            <TextField key={language} {...properties} />
          );
        })}
      </div>
    </GroupField>
  );
}
