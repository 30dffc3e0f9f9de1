// A password, hidden unless its owner wants to see it. The button appears once the page is awake; without JavaScript it would do nothing.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "#app/ui/field.tsx";
import { controlAttributes, Field } from "#app/ui/field.tsx";

export interface PasswordFieldProps extends FieldProps {
  readonly autoComplete: "current-password" | "new-password";
  readonly autoFocus?: boolean;
  readonly minLength?: number;
}

export function PasswordField({
  name,
  label,
  description,
  problem,
  autoComplete,
  autoFocus = false,
  minLength,
}: PasswordFieldProps) {
  const { t } = useTranslation("accounts");
  const [isAwake, setAwake] = useState(false);
  const [isShown, setShown] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <Field name={name} label={label} description={description} problem={problem} className="max-w-text">
      <div className="flex flex-wrap gap-2">
        <input
          {...controlAttributes({ name, description, problem })}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={minLength}
          maxLength={256}
          className="control min-w-40 flex-1 basis-0"
        />
        {isAwake ? (
          <button
            type="button"
            aria-pressed={isShown}
            aria-controls={controlAttributes({ name, description, problem }).id}
            onClick={() => setShown(!isShown)}
            className="min-h-target rounded-sm px-2 text-accent underline underline-offset-4 hover:bg-accent-soft"
          >
            <span aria-hidden="true">{t(isShown ? "password.hide" : "password.show")}</span>
            <span className="sr-only">{t("password.showNamed")}</span>
          </button>
        ) : null}
      </div>
    </Field>
  );
}
