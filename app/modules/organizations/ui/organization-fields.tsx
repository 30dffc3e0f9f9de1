// The fields of an organisation, for adding and for editing one.
import { useTranslation } from "react-i18next";
import { TextField } from "#app/ui/text-field.tsx";

export interface OrganizationFieldsProps {
  readonly values?: {
    readonly name?: string;
    readonly country?: string;
    readonly street?: string;
    readonly city?: string;
    readonly postalCode?: string;
    readonly phone?: string;
  };
  readonly problemOf: (field: string) => string | undefined;
}

export function OrganizationFields({ values = {}, problemOf }: OrganizationFieldsProps) {
  const { t } = useTranslation("organizations");
  return (
    <>
      <TextField
        name="name"
        label={t("fields.name")}
        defaultValue={values.name}
        problem={problemOf("name")}
        required
        maxLength={200}
        autoComplete="organization"
      />
      <TextField
        name="country"
        label={t("fields.country")}
        description={t("fields.countryHint")}
        defaultValue={values.country}
        problem={problemOf("country")}
        required
        maxLength={2}
        autoCapitalize="characters"
        autoComplete="country"
        className="max-w-44"
      />
      <TextField
        name="street"
        label={t("fields.street")}
        defaultValue={values.street}
        problem={problemOf("street")}
        isOptional
        maxLength={200}
        autoComplete="street-address"
      />
      <TextField
        name="city"
        label={t("fields.city")}
        defaultValue={values.city}
        problem={problemOf("city")}
        isOptional
        maxLength={120}
        autoComplete="address-level2"
      />
      <TextField
        name="postalCode"
        label={t("fields.postalCode")}
        defaultValue={values.postalCode}
        problem={problemOf("postalCode")}
        isOptional
        maxLength={20}
        autoComplete="postal-code"
      />
      <TextField
        name="phone"
        label={t("fields.phone")}
        type="tel"
        defaultValue={values.phone}
        problem={problemOf("phone")}
        isOptional
        maxLength={40}
        autoComplete="tel"
      />
    </>
  );
}
