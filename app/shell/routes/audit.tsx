// The audit log at the desk of the staff: who did what, filtered by election, person, act, day and thing, each field before and after.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listAuditActions, listAuditEntries, readsWholeLog } from "#app/modules/audit-log/index.server.ts";
import { AuditEntries } from "#app/modules/audit-log/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { LogFilters } from "../ui/log-filters.tsx";
import { electionTitles, namesFor, selectionOf } from "./log-selection.server.ts";

export const handle: PageHandle = { title: "audit-log:page.title" };

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff", "commission", "auditor"] });
  const found = await listAuditEntries(context, { ...selectionOf(args.request), limit: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  return {
    entries: entries.map(({ salt: _salt, previousHash: _previous, hash: _hash, ...entry }) => entry),
    names: await namesFor(context, entries),
    elections: await electionTitles(context),
    actions: await listAuditActions(context),
    isPartial: !readsWholeLog(context.actor),
    older: found.length > pageSize ? (entries.at(-1)?.sequence ?? null) : null,
  };
}

export default function Audit() {
  const { t } = useTranslation("audit-log");
  const { entries, names, elections, actions, older, isPartial } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const without = (name: string, value?: number) => {
    const next = new URLSearchParams(search);
    next.delete(name);
    if (value !== undefined) next.set(name, String(value));
    return `?${next.toString()}`;
  };
  return (
    <Page title={t("page.title")} lead={t("page.lead")} breadcrumbs={[{ label: t("page.desk"), to: "/staff" }]}>
      {isPartial ? <p className="max-w-text text-ink-soft">{t("page.partial")}</p> : null}
      <LogFilters key={search.toString()} elections={elections} actions={actions} />
      <AuditEntries
        caption={t("page.caption")}
        entries={entries}
        names={names}
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
