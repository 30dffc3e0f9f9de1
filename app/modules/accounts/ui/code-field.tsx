// A code of the authenticator or a recovery code. Phones offer the code from the authenticator's notification.
import { TextField } from "#app/ui/text-field.tsx";

export interface CodeFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly problem?: string | undefined;
  /** Shows the number keys of a phone, where no recovery code is accepted. */
  readonly isNumeric?: boolean;
}

export function CodeField({ label, description, problem, isNumeric = false }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      label={label}
      description={description}
      problem={problem}
      autoComplete="one-time-code"
      inputMode={isNumeric ? "numeric" : "text"}
      autoCapitalize="characters"
      spellCheck={false}
      required
      maxLength={32}
      className="max-w-72"
    />
  );
}
