// Names a person by user ID, name or e-mail. Without JavaScript a plain field; awake, it suggests people while one types,
// and works by keyboard alone: arrows, Enter, Escape.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { controlAttributes, Field } from "#app/ui/field.tsx";
import type { FieldProps } from "#app/ui/field.tsx";
import { suggestionText } from "../domain/person-query.ts";

export interface SuggestedPerson {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export interface PersonFieldProps extends FieldProps {
  readonly label: string;
  readonly defaultValue?: string;
  /** Where suggestions are asked for: an address that answers `?query=` with people. */
  readonly source?: string;
}

const patience = 250;

export function PersonField({ defaultValue = "", source = "/people", ...field }: PersonFieldProps) {
  const plain = useRef<HTMLInputElement>(null);
  const [woken, setWoken] = useState<{ readonly typed: string; readonly hasFocus: boolean }>();
  // Why what was typed: on a slow telephone a person has begun before the page wakes.
  useEffect(() => {
    const input = plain.current;
    if (input !== null) setWoken({ typed: input.value, hasFocus: input === document.activeElement });
  }, []);
  return (
    <Field {...field} className="max-w-text">
      {woken !== undefined ? (
        <PersonComboBox field={field} {...woken} label={field.label} source={source} />
      ) : (
        <input
          {...controlAttributes(field)}
          ref={plain}
          defaultValue={defaultValue}
          autoComplete="off"
          spellCheck={false}
          className="control"
        />
      )}
    </Field>
  );
}

function PersonComboBox({
  field,
  label,
  source,
  ...woken
}: {
  readonly field: FieldProps;
  readonly label: string;
  readonly typed: string;
  readonly hasFocus: boolean;
  readonly source: string;
}) {
  const { t } = useTranslation("organizations");
  const [typed, setTyped] = useState(woken.typed);
  const { people, search } = useSuggestions(source);
  const { name, id, ...described } = controlAttributes(field);
  function type(text: string): void {
    setTyped(text);
    search(text);
  }
  return (
    <ComboBox
      aria-label={label}
      autoFocus={woken.hasFocus}
      items={people}
      inputValue={typed}
      onInputChange={type}
      allowsCustomValue
      allowsEmptyCollection={typed.trim().length >= 3}
      menuTrigger="input"
    >
      <Input {...described} id={id} name={name} autoComplete="off" spellCheck={false} className="control" />
      <Popover
        className="w-(--trigger-width) overflow-auto rounded-md border border-line-strong bg-raised shadow-lg"
        offset={4}
      >
        <ListBox<SuggestedPerson>
          className="max-h-72 outline-none"
          renderEmptyState={() => <p className="px-4 py-3 text-sm text-ink-soft">{t("person.noneYet")}</p>}
        >
          {(person) => (
            <ListBoxItem
              id={person.accountId}
              textValue={suggestionText(person)}
              className="cursor-pointer border-b border-line px-4 py-2.5 last:border-b-0 data-focused:bg-accent-soft data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-focus"
            >
              <Text slot="label" className="block font-semibold">
                {suggestionText(person)}
              </Text>
              <Text slot="description" className="block text-sm text-ink-soft">
                {person.email}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Asks a moment after the last letter, so that not every letter is a question. */
function useSuggestions(source: string): {
  readonly people: readonly SuggestedPerson[];
  readonly search: (typed: string) => void;
} {
  const fetcher = useFetcher<{ people: readonly SuggestedPerson[] }>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function search(typed: string): void {
    clearTimeout(timer.current);
    if (typed.trim().length < 3) return;
    timer.current = setTimeout(() => fetcher.load(`${source}?query=${encodeURIComponent(typed.trim())}`), patience);
  }
  return { people: fetcher.data?.people ?? [], search };
}
