// A search box with its button: a form of its own that asks by GET, so that an answer can be linked to and works without JavaScript.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { controlAttributes, Field } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface SearchFieldProps {
  readonly label: ReactNode;
  readonly name?: string;
  readonly description?: ReactNode;
  readonly defaultValue?: string | undefined;
  /** Where to ask; by default this page. */
  readonly action?: string;
  readonly className?: string;
  /** Hidden fields and filters that go along. */
  readonly children?: ReactNode;
}

export function SearchField({
  label,
  name = "query",
  description,
  defaultValue,
  action,
  className,
  children,
}: SearchFieldProps) {
  const { t } = useTranslation("ui");
  return (
    <Form
      method="get"
      role="search"
      {...(action === undefined ? {} : { action })}
      className={classes("no-print max-w-text", className)}
    >
      <Field name={name} label={label} description={description}>
        <div className="flex flex-wrap gap-2">
          <input
            {...controlAttributes({ name, description })}
            type="search"
            defaultValue={defaultValue}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            className="control min-w-40 flex-1 basis-0"
          />
          <Button type="submit">
            <Icon name="search" />
            {t("search.go")}
          </Button>
        </div>
      </Field>
      {children}
    </Form>
  );
}
