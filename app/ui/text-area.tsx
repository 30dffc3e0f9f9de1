// Several lines of text.
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<"textarea">, keyof FieldProps | "ref"> {}

export function TextArea({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  rows = 5,
  ...rest
}: TextAreaProps) {
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
      <textarea {...rest} {...controlAttributes({ name, id, description, problem })} rows={rows} className="control" />
    </Field>
  );
}
