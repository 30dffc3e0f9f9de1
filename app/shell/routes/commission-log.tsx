// The log as it grows, for the commission and auditors: every act, each field before and after, filtered, exported, proved.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToAlerts } from "#app/modules/alerts/index.ts";
import { findLogKey, listAuditActions, listAuditEntries, readsWholeLog } from "#app/modules/audit-log/index.server.ts";
import { AuditEntries, linkToLogEntry, linkToPublicLog, LogMemory } from "#app/modules/audit-log/index.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { LogFilters } from "../ui/log-filters.tsx";
import { useLiveLog } from "../ui/use-live-log.ts";
import { electionTitles, namesFor, selectionOf } from "./log-selection.server.ts";

export const handle: PageHandle = { title: "audit-log:commission.title" };

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const found = await listAuditEntries(context, { ...selectionOf(args.request), limit: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  return {
    entries: entries.map(({ salt: _salt, previousHash: _previous, hash: _hash, ...entry }) => entry),
    names: await namesFor(context, entries),
    elections: await electionTitles(context),
    actions: await listAuditActions(context),
    isPartial: !readsWholeLog(context.actor),
    older: found.length > pageSize ? (entries.at(-1)?.sequence ?? null) : null,
    vkey: (await findLogKey(context)) ?? null,
  };
}

export default function CommissionLog() {
  const first = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-log");
  const [search] = useSearchParams();
  const [isPaused, setPaused] = useState(false);
  const isAtEnd = !search.has("before");
  const { entries, names } = useLiveLog(first, search, isAtEnd && !isPaused);
  return (
    <Page
      title={t("commission.title")}
      lead={t("commission.lead")}
      breadcrumbs={[{ label: t("commission.commission"), to: "/commission" }]}
      actions={
        <>
          <LinkButton to={linkToAlerts()}>{t("commission.alerts")}</LinkButton>
          <LinkButton to={linkToPublicLog()}>{t("commission.public")}</LinkButton>
        </>
      }
    >
      {first.vkey === null ? null : <LogMemory vkey={first.vkey} />}
      {first.isPartial ? <p className="max-w-text text-ink-soft">{t("page.partial")}</p> : null}
      <LogFilters key={search.toString()} elections={first.elections} actions={first.actions} />
      <Section
        title={t("page.caption")}
        actions={
          isAtEnd ? (
            <Button size="small" onClick={() => setPaused(!isPaused)}>
              {t(isPaused ? "commission.resume" : "commission.pause")}
            </Button>
          ) : null
        }
      >
        <p role="status" className="mb-3 text-sm text-ink-soft">
          {t("commission.count", { count: entries.length })}
          {isAtEnd ? ` · ${t(isPaused ? "commission.paused" : "commission.live")}` : null}
        </p>
        <AuditEntries
          caption={t("page.caption")}
          entries={entries}
          names={names}
          linkTo={({ sequence }) => linkToLogEntry(sequence)}
          hasSubject
          empty={<EmptyState title={t("page.none")}>{t("page.noneHint")}</EmptyState>}
        />
        <Ways older={first.older} search={search} />
      </Section>
    </Page>
  );
}

interface WaysProps {
  readonly older: number | null;
  readonly search: URLSearchParams;
}

function Ways({ older, search }: WaysProps) {
  const { t } = useTranslation("audit-log");
  const withChange = (name: string, value?: string) => {
    const next = new URLSearchParams(search);
    next.delete(name);
    if (value !== undefined) next.set(name, value);
    return `?${next.toString()}`;
  };
  const exportAs = (format: string) => `/commission/log/export${withChange("format", format)}`;
  return (
    <div className="no-print mt-6 flex flex-wrap justify-between gap-3">
      <div className="flex flex-wrap gap-3">
        {search.has("before") ? <LinkButton to={withChange("before")}>{t("page.newest")}</LinkButton> : null}
        {older === null ? null : <LinkButton to={withChange("before", String(older))}>{t("page.older")}</LinkButton>}
      </div>
      <div className="flex flex-wrap gap-3">
        {["csv", "json"].map((format) => (
          <LinkButton key={format} to={exportAs(format)} reloadDocument variant="quiet">
            <Icon name="download" />
            {t("commission.export", { format: format.toUpperCase() })}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}
