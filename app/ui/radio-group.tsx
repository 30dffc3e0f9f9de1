// Exactly one of a few, all visible.
import type { GroupOption } from "./checkbox.tsx";
import { ChoiceLine, choiceMark } from "./checkbox.tsx";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { GroupField } from "./field.tsx";

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly GroupOption[];
  readonly defaultValue?: string | undefined;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly required?: boolean;
  /** Draws each option as a card of equal size. */
  readonly isBoxed?: boolean;
}

export function RadioGroup({
  options,
  defaultValue,
  value,
  onChange,
  required = false,
  isBoxed = false,
  ...field
}: RadioGroupProps) {
  return (
    <GroupField {...field}>
      <div className={classes("max-w-text", isBoxed && "grid gap-2")}>
        {options.map((option) => (
          <ChoiceLine
            key={option.value}
            label={option.label}
            description={option.description}
            isBoxed={isBoxed}
            isInvalid={field.problem !== undefined}
          >
            <input
              type="radio"
              name={field.name}
              value={option.value}
              required={required}
              disabled={option.isDisabled}
              className={choiceMark}
              {...(value === undefined
                ? { defaultChecked: defaultValue === option.value }
                : { checked: value === option.value, onChange: () => onChange?.(option.value) })}
            />
          </ChoiceLine>
        ))}
      </div>
    </GroupField>
  );
}
