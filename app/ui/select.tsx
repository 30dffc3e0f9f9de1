// One of a known list. Why native: phones show their own picker, and it works without JavaScript.
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps extends FieldProps, Omit<ComponentProps<"select">, keyof FieldProps | "ref" | "children"> {
  readonly options: readonly Choice[];
  /** Shown first and worth nothing: "Choose one". */
  readonly emptyLabel?: string | undefined;
}

export function Select({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  options,
  emptyLabel,
  ...rest
}: SelectProps) {
  return (
    <Field
      name={name}
      id={id}
      label={label}
      description={description}
      problem={problem}
      isOptional={isOptional}
      className={classes("max-w-text", className)}
    >
      <select {...rest} {...controlAttributes({ name, id, description, problem })} className="control">
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
