// Who receives a range: an organisation by its handle, a new one with its contact, or a residential area under one's own name.
import { useTranslation } from "react-i18next";
import { longestNetworkName } from "#app/modules/resources/index.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const whoChoices = ["known", "new", "own"] as const;
export type Who = (typeof whoChoices)[number];

export interface CustomerFieldsProps {
  readonly who: Who;
  readonly values: Readonly<Record<string, string>>;
  readonly today: string;
  readonly problemOf: (field: string) => string | undefined;
}

export function CustomerFields(props: CustomerFieldsProps) {
  const { t } = useTranslation("sub-assignments");
  const { who, values, today, problemOf } = props;
  return (
    <>
      <input type="hidden" name="who" value={who} />
      {who === "known" ? (
        <TextField
          name="handle"
          label={t("fields.handle")}
          description={t("fields.handleHint")}
          defaultValue={values["handle"]}
          problem={problemOf("handle")}
          required
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
        />
      ) : null}
      {who === "new" ? <NewRecipientFields {...props} /> : null}
      <TextField
        name="networkName"
        label={t(who === "own" ? "fields.area" : "fields.networkName")}
        description={t(who === "own" ? "fields.areaHint" : "fields.networkNameHint")}
        defaultValue={values["networkName"]}
        problem={problemOf("networkName")}
        isOptional={who !== "own"}
        required={who === "own"}
        maxLength={longestNetworkName}
      />
      <DateField
        name="assignedOn"
        label={t("fields.assignedOn")}
        description={t("fields.assignedOnHint")}
        defaultValue={values["assignedOn"] ?? today}
        max={today}
        problem={problemOf("assignedOn")}
        required
      />
      {who === "own" ? null : (
        <>
          <Checkbox
            name="mayPassOn"
            value="yes"
            label={t("fields.mayPassOn")}
            description={t("fields.mayPassOnHint")}
            defaultChecked={values["mayPassOn"] === "yes"}
            problem={problemOf("mayPassOn")}
          />
          <Checkbox
            name="isResidential"
            value="yes"
            label={t("fields.isResidential")}
            description={t("fields.isResidentialHint")}
            defaultChecked={values["isResidential"] === "yes"}
          />
        </>
      )}
      <ContactFields {...props} />
    </>
  );
}

function ContactFields({ values, problemOf }: CustomerFieldsProps) {
  const { t } = useTranslation("sub-assignments");
  return (
    <details open={(values["technicalUserId"] ?? "") + (values["abuseUserId"] ?? "") !== ""}>
      <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("fields.contacts")}</summary>
      <div className="mt-3 space-y-6">
        {(["technicalUserId", "abuseUserId"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            description={t("fields.userIdHint")}
            defaultValue={values[name]}
            problem={problemOf(name)}
            isOptional
            maxLength={40}
            autoCapitalize="characters"
            spellCheck={false}
          />
        ))}
      </div>
    </details>
  );
}

const newFields = [
  { name: "name", isOptional: false, longest: 200, type: "text" },
  { name: "country", isOptional: false, longest: 2, type: "text" },
  { name: "street", isOptional: false, longest: 200, type: "text" },
  { name: "city", isOptional: false, longest: 120, type: "text" },
  { name: "postalCode", isOptional: true, longest: 20, type: "text" },
  { name: "phone", isOptional: false, longest: 40, type: "tel" },
  { name: "contactName", isOptional: false, longest: 120, type: "text" },
  { name: "contactEmail", isOptional: false, longest: 200, type: "email" },
] as const;

const hints = { country: "fields.countryHint", contactEmail: "fields.contactEmailHint" } as const;

function NewRecipientFields({ values, problemOf }: CustomerFieldsProps) {
  const { t } = useTranslation("sub-assignments");
  return (
    <>
      {newFields.map(({ name, isOptional, longest, type }) => (
        <TextField
          key={name}
          name={name}
          type={type}
          label={t(`fields.${name}`)}
          description={name in hints ? t(hints[name as keyof typeof hints]) : undefined}
          defaultValue={values[name]}
          problem={problemOf(name)}
          isOptional={isOptional}
          required={!isOptional}
          maxLength={longest}
          autoComplete="off"
        />
      ))}
    </>
  );
}
