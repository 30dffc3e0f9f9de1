// A date and hour in UTC. What the form sends is "2026-05-20T18:00"; read it with `readUtcInput` of lib/instants.
import { useState } from "react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { readUtcInput, toUtcInput } from "#app/lib/instants/index.ts";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, Field } from "./field.tsx";
import { Instant } from "./instant.tsx";

export interface DateTimeFieldProps
  extends
    FieldProps,
    Omit<
      ComponentProps<"input">,
      keyof FieldProps | "ref" | "type" | "defaultValue" | "value" | "onChange" | "min" | "max"
    > {
  readonly defaultValue?: Date | string | undefined;
  readonly min?: Date | string | undefined;
  readonly max?: Date | string | undefined;
}

export function DateTimeField({
  name,
  id,
  label,
  description,
  problem,
  isOptional = false,
  className,
  defaultValue,
  min,
  max,
  ...rest
}: DateTimeFieldProps) {
  const { t } = useTranslation("ui");
  const [typed, setTyped] = useState(toUtcInput(defaultValue));
  const instant = readUtcInput(typed);
  const notes = description ?? t("dateTime.utc");
  return (
    <Field
      name={name}
      id={id}
      label={label}
      description={notes}
      problem={problem}
      isOptional={isOptional}
      className={className}
    >
      <div className="flex max-w-72 items-center gap-2">
        <input
          {...rest}
          {...controlAttributes({ name, id, description: notes, problem })}
          type="datetime-local"
          defaultValue={toUtcInput(defaultValue)}
          min={toUtcInput(min) || undefined}
          max={toUtcInput(max) || undefined}
          onChange={(event) => setTyped(event.target.value)}
          className="control tabular min-w-0"
        />
        <span className="font-semibold text-ink-soft">UTC</span>
      </div>
      {instant === undefined ? null : (
        <p className="mt-1 text-sm text-ink-soft">
          <Instant at={instant} />
        </p>
      )}
    </Field>
  );
}
