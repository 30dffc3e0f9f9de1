// What every field has: a label, perhaps a description, perhaps a problem, all tied to the control for those who hear the page.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";

export interface FieldProps {
  /** The form's name for it; the id is made from it so that FormProblems can point here. */
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** A sentence that says what is wrong and what to do. */
  readonly problem?: string | undefined;
  /** Says "(optional)" after the label. */
  readonly isOptional?: boolean;
  /** Only needed when two forms of one page have a field of the same name. */
  readonly id?: string | undefined;
  readonly className?: string | undefined;
}

/** The id of the control with this name. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The attributes that tie a control to its label, description and problem. */
export function controlAttributes({
  name,
  id = fieldId(name),
  description,
  problem,
}: Pick<FieldProps, "name" | "id" | "description" | "problem">) {
  const describedBy = classes(description ? `${id}-description` : null, problem ? `${id}-problem` : null);
  return {
    id,
    name,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": problem ? true : undefined,
  };
}

export function Field({
  name,
  id = fieldId(name),
  label,
  description,
  problem,
  isOptional,
  className,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={classes("avoid-break", className)}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {isOptional ? <OptionalMark /> : null}
      </label>
      <FieldNotes id={id} description={description} problem={problem} />
      {children}
    </div>
  );
}

/** A field made of several controls: radio buttons, checkboxes. */
export function GroupField({
  name,
  id = fieldId(name),
  label,
  description,
  problem,
  isOptional,
  className,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={controlAttributes({ name, id, description, problem })["aria-describedby"]}
      className={classes("avoid-break min-w-0", className)}
    >
      <legend className="mb-1 font-semibold">
        {label}
        {isOptional ? <OptionalMark /> : null}
      </legend>
      <FieldNotes id={id} description={description} problem={problem} />
      {children}
    </fieldset>
  );
}

export function FieldNotes({
  id,
  description,
  problem,
}: {
  readonly id: string;
  readonly description?: ReactNode;
  readonly problem?: string | undefined;
}) {
  return (
    <>
      {description ? (
        <p id={`${id}-description`} className="mb-1.5 max-w-text text-sm text-ink-soft">
          {description}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="mb-1.5 flex items-start gap-1.5 text-sm font-semibold text-danger">
          <Icon name="warning" className="mt-0.5" />
          <span>{problem}</span>
        </p>
      ) : null}
    </>
  );
}

function OptionalMark() {
  const { t } = useTranslation("ui");
  return <span className="font-normal text-ink-soft"> ({t("field.optional")})</span>;
}
