// One line of text: names, addresses, passwords, codes.
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<"input">, keyof FieldProps | "ref"> {}

export function TextField({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  type = "text",
  ...rest
}: TextFieldProps) {
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
      <input {...rest} {...controlAttributes({ name, id, description, problem })} type={type} className="control" />
    </Field>
  );
}
