// A whole number. Why native: it works without JavaScript and phones bring their own keypad.
import type { ComponentProps } from "react";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";

export interface NumberFieldProps
  extends FieldProps, Omit<ComponentProps<"input">, keyof FieldProps | "ref" | "type"> {}

export function NumberField({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  step = 1,
  ...rest
}: NumberFieldProps) {
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
      <div className="max-w-44">
        <input
          {...rest}
          {...controlAttributes({ name, id, description, problem })}
          type="number"
          inputMode="numeric"
          step={step}
          className="control tabular"
        />
      </div>
    </Field>
  );
}
