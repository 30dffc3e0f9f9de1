// The facts of a candidate that the seat rules look at: country, all citizenships, employer and the group behind it.
import { useTranslation } from "react-i18next";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { CountryOptions } from "../domain/country-options.ts";

export interface PersonFieldsProps {
  readonly countries: CountryOptions;
  readonly values?: {
    readonly name?: string;
    readonly country?: string;
    readonly citizenships?: readonly string[];
    readonly employer?: string;
    readonly employerGroup?: string;
  };
  readonly problemOf: (field: string) => string | undefined;
  readonly hasName?: boolean;
}

/** As many as a person may plausibly have; the first is asked for. */
const places = [0, 1, 2];

export function PersonFields({ countries, values = {}, problemOf, hasName = false }: PersonFieldsProps) {
  const { t } = useTranslation("candidacies");
  const options = countries[useLanguage()].map(({ value, label }) => ({ value, label }));
  const chooseOne = t("form.choose");
  return (
    <>
      {hasName ? (
        <TextField
          name="name"
          label={t("form.name")}
          description={t("form.nameHint")}
          defaultValue={values.name}
          problem={problemOf("name")}
          required
          maxLength={200}
          autoComplete="name"
        />
      ) : null}
      <Select
        name="country"
        label={t("form.country")}
        options={options}
        emptyLabel={chooseOne}
        defaultValue={values.country ?? ""}
        problem={problemOf("country")}
        required
      />
      {places.map((place) => (
        <Select
          key={place}
          name="citizenships"
          id={`field-citizenships${place === 0 ? "" : `-${place}`}`}
          label={t("form.citizenship", { place: place + 1 })}
          description={place === 0 ? t("form.citizenshipHint") : undefined}
          options={options}
          emptyLabel={place === 0 ? chooseOne : t("form.noMore")}
          defaultValue={values.citizenships?.[place] ?? ""}
          problem={place === 0 ? (problemOf("citizenships") ?? problemOf("citizenships.0")) : undefined}
          required={place === 0}
          isOptional={place > 0}
        />
      ))}
      <TextField
        name="employer"
        label={t("form.employer")}
        description={t("form.employerHint")}
        defaultValue={values.employer}
        problem={problemOf("employer")}
        required
        maxLength={200}
        autoComplete="organization"
      />
      <TextField
        name="employerGroup"
        label={t("form.employerGroup")}
        description={t("form.employerGroupHint")}
        defaultValue={values.employerGroup === values.employer ? "" : values.employerGroup}
        problem={problemOf("employerGroup")}
        isOptional
        maxLength={200}
      />
    </>
  );
}
