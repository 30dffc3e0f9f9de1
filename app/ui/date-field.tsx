// A day without an hour. Why native: phones bring their own calendar, and what is sent is always "2026-05-20".
import type { ComponentProps } from "react";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";

export interface DateFieldProps extends FieldProps, Omit<ComponentProps<"input">, keyof FieldProps | "ref" | "type"> {}

export function DateField({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  ...rest
}: DateFieldProps) {
  return (
    <Field
      name={name}
      id={id}
      label={label}
      description={description}
      problem={problem}
      isOptional={isOptional}
      className={className}
    >
      <input
        {...rest}
        {...controlAttributes({ name, id, description, problem })}
        type="date"
        className="control tabular max-w-56"
      />
    </Field>
  );
}
