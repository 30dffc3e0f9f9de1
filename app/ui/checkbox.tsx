// Yes or no, alone or in a group of which any number may be chosen. The whole line is the target.
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { controlAttributes, FieldNotes, fieldId, GroupField } from "./field.tsx";

export interface CheckboxProps
  extends Omit<FieldProps, "isOptional">, Omit<ComponentProps<"input">, keyof FieldProps | "ref" | "type"> {}

export function Checkbox({ name, id = fieldId(name), label, description, problem, className, ...rest }: CheckboxProps) {
  return (
    <div className={classes("max-w-text", className)}>
      <ChoiceLine label={label} isInvalid={problem !== undefined}>
        <input
          {...rest}
          {...controlAttributes({ name, id, description, problem })}
          type="checkbox"
          className={choiceMark}
        />
      </ChoiceLine>
      {description || problem ? (
        <div className="ps-9">
          <FieldNotes id={id} description={description} problem={problem} />
        </div>
      ) : null}
    </div>
  );
}

export interface GroupOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly GroupOption[];
  /** What is chosen at first; give `value` and `onChange` instead to keep the choice yourself. */
  readonly defaultValue?: readonly string[];
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
  /** Draws each option as a card of equal size. */
  readonly isBoxed?: boolean;
}

export function CheckboxGroup({
  options,
  defaultValue,
  value,
  onChange,
  isBoxed = false,
  ...field
}: CheckboxGroupProps) {
  function toggle(option: string, isChosen: boolean): void {
    const others = (value ?? []).filter((each) => each !== option);
    onChange?.(isChosen ? [...others, option] : others);
  }
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
              type="checkbox"
              name={field.name}
              value={option.value}
              disabled={option.isDisabled}
              className={choiceMark}
              {...(value === undefined
                ? { defaultChecked: defaultValue?.includes(option.value) }
                : {
                    checked: value.includes(option.value),
                    onChange: (event) => toggle(option.value, event.target.checked),
                  })}
            />
          </ChoiceLine>
        ))}
      </div>
    </GroupField>
  );
}

export const choiceMark = "mt-0.5 size-6 shrink-0 accent-accent";

/** A control and its words in one line that can be pressed anywhere. */
export function ChoiceLine({
  label,
  description,
  isBoxed = false,
  isInvalid = false,
  children,
}: {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isBoxed?: boolean;
  readonly isInvalid?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <label
      className={classes(
        "flex min-h-touch cursor-pointer items-start gap-3 py-2 has-disabled:cursor-not-allowed has-disabled:text-ink-soft",
        isBoxed &&
          "rounded-md border bg-raised px-4 py-3 hover:border-ink has-checked:border-accent has-checked:bg-accent-soft",
        isBoxed && (isInvalid ? "border-danger" : "border-line-strong"),
      )}
    >
      {children}
      <span className="min-w-0">
        <span className={classes("block", isBoxed && "font-semibold")}>{label}</span>
        {description ? <span className="block text-sm text-ink-soft">{description}</span> : null}
      </span>
    </label>
  );
}
