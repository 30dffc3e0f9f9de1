// Choosing a new password: one field that can be shown, instead of typing it twice. Source: NIST SP 800-63B §5.1.1.2.
import { useTranslation } from "react-i18next";
import { shortestPassword } from "../domain/password-rules.ts";
import { PasswordField } from "./password-field.tsx";

/** Which field the refusals of a new password belong to. */
export const passwordFieldOf = {
  PASSWORD_TOO_SHORT: "newPassword",
  PASSWORD_TOO_LONG: "newPassword",
  PASSWORD_NAMES_PERSON: "newPassword",
  PASSWORD_COMMON: "newPassword",
  PASSWORD_UNCHANGED: "newPassword",
  CURRENT_PASSWORD_WRONG: "currentPassword",
};

export function NewPasswordFields({ problemOf }: { readonly problemOf: (field: string) => string | undefined }) {
  const { t } = useTranslation("accounts");
  return (
    <PasswordField
      name="newPassword"
      label={t("newPassword.label")}
      description={t("newPassword.hint", { shortest: shortestPassword })}
      problem={problemOf("newPassword")}
      autoComplete="new-password"
    />
  );
}
