// The audit log: who did what, filtered by person, part, day and thing, each field before and after.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { AuditEntries } from "#app/modules/audit-log/index.ts";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle: PageHandle = { title: "audit-log:page.title" };

const areas = [
  "accounts",
  "certificates",
  "claims",
  "elections",
  "membership",
  "notifications",
  "organizations",
  "resources",
];
const pageSize = 50;

const day = z.iso.date();
const asked = z.object({
  who: z.string().trim().min(1).max(100),
  area: z.enum(areas),
  from: day,
  until: day,
  subject: z.string().trim().min(1).max(100),
  before: z.coerce.number().int().min(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "commission", "auditor"] });
  const search = new URL(args.request.url).searchParams;
  // Why one by one: a filter that cannot be read is no filter, and the others still hold.
  const read = <Name extends keyof typeof asked.shape>(name: Name) =>
    asked.shape[name].safeParse(search.get(name) ?? undefined).data;
  const [actorName, area, from, until, subjectId, before] = [
    read("who"),
    read("area"),
    read("from"),
    read("until"),
    read("subject"),
    read("before"),
  ];
  const entries = await listAuditEntries(context, {
    ...(actorName === undefined ? {} : { actorName: String(actorName) }),
    ...(area === undefined ? {} : { area: String(area) }),
    ...(from === undefined ? {} : { from: String(from) }),
    ...(until === undefined ? {} : { until: String(until) }),
    ...(subjectId === undefined ? {} : { subjectId: String(subjectId) }),
    ...(before === undefined ? {} : { before: Number(before) }),
    limit: pageSize + 1,
  });
  const shown = entries.slice(0, pageSize);
  return { entries: shown, older: entries.length > pageSize ? (shown.at(-1)?.sequence ?? null) : null };
}

export default function Audit() {
  const { t } = useTranslation("audit-log");
  const { entries, older } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const without = (name: string, value?: number) => {
    const next = new URLSearchParams(search);
    next.delete(name);
    if (value !== undefined) next.set(name, String(value));
    return `?${next.toString()}`;
  };
  return (
    <Page title={t("page.title")} lead={t("page.lead")} breadcrumbs={[{ label: t("page.desk"), to: "/staff" }]}>
      <Filters key={search.toString()} />
      <AuditEntries
        caption={t("page.caption")}
        entries={entries}
        hasSubject
        empty={<EmptyState title={t("page.none")}>{t("page.noneHint")}</EmptyState>}
      />
      <nav aria-label={t("page.title")} className="no-print flex flex-wrap justify-between gap-3">
        {search.has("before") ? <LinkButton to={without("before")}>{t("page.newest")}</LinkButton> : <span />}
        {older === null ? null : <LinkButton to={without("before", older)}>{t("page.older")}</LinkButton>}
      </nav>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation("audit-log");
  const [search] = useSearchParams();
  const valueOf = (name: string) => search.get(name) ?? "";
  return (
    <Form method="get" role="search" aria-label={t("page.filter")} className="no-print space-y-4">
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <TextField
          name="who"
          label={t("page.who")}
          description={t("page.whoHint")}
          defaultValue={valueOf("who")}
          autoComplete="off"
        />
        <Select
          name="area"
          label={t("page.area")}
          emptyLabel={t("page.allAreas")}
          options={areas.map((area) => ({ value: area, label: t(`page.areas.${area}`) }))}
          defaultValue={valueOf("area")}
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
  );
}
