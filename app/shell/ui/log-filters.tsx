// What of the log is to be shown: by election, person, act, day and identifier. A form of the address, so that a filtered log can be sent to a colleague.
import { Form, useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";

export interface LogFiltersProps {
  readonly elections: readonly { readonly id: string; readonly title: Trilingual }[];
  readonly actions: readonly string[];
}

export function LogFilters({ elections, actions }: LogFiltersProps) {
  const { t } = useTranslation("audit-log");
  const language = useLanguage();
  const [search] = useSearchParams();
  const [isOpen, setOpen] = useState(search.size > 0);
  // Why: on a phone the filters would fill the first sight of a log; where there is room, they stand there at once.
  useEffect(() => {
    if (window.matchMedia("(min-width: 48rem)").matches) setOpen(true);
  }, []);
  const valueOf = (name: string) => search.get(name) ?? "";
  const named = actions.map((value) => ({
    value,
    label: t(`actions.${value.replace(":", "_")}`, { defaultValue: value }),
  }));
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="no-print rounded-md border border-line bg-raised px-4 py-1"
    >
      <summary className="min-h-touch cursor-pointer py-2.5 font-semibold text-accent">{t("page.filter")}</summary>
      <Form method="get" role="search" aria-label={t("page.filter")} className="space-y-4 pt-2 pb-4">
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            name="election"
            label={t("commission.election")}
            emptyLabel={t("commission.allElections")}
            options={elections.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
            defaultValue={valueOf("election")}
          />
          <Select
            name="action"
            label={t("commission.action")}
            emptyLabel={t("commission.allActions")}
            options={named.sort((left, right) => left.label.localeCompare(right.label, language))}
            defaultValue={valueOf("action")}
          />
          <TextField
            name="who"
            label={t("page.who")}
            description={t("page.whoHint")}
            defaultValue={valueOf("who")}
            autoComplete="off"
          />
          <DateField name="from" label={t("page.from")} defaultValue={valueOf("from")} />
          <DateField name="until" label={t("page.until")} defaultValue={valueOf("until")} />
          <TextField
            name="subject"
            label={t("page.subject")}
            description={t("page.subjectHint")}
            defaultValue={valueOf("subject")}
            autoComplete="off"
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t("page.apply")}</Button>
          {search.size > 0 ? (
            <LinkButton variant="quiet" to="?">
              {t("page.reset")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </details>
  );
}
