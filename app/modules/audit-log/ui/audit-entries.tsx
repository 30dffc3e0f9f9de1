// Entries of the log, newest first: when, who, what, and each field before and after.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";

export interface ShownEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes: readonly { readonly field: string; readonly before: Json; readonly after: Json }[];
  readonly details: Readonly<Record<string, Json>>;
}

export interface AuditEntriesProps {
  readonly caption: ReactNode;
  readonly entries: readonly ShownEntry[];
  /** Also says what each entry is about; left out where all are about the same thing. */
  readonly hasSubject?: boolean;
  readonly empty?: ReactNode;
}

export function AuditEntries({ caption, entries, hasSubject = false, empty }: AuditEntriesProps) {
  const { t } = useTranslation("audit-log");
  return (
    <Table
      caption={caption}
      rows={entries}
      rowKey={(entry) => entry.sequence}
      empty={empty}
      columns={[
        { key: "at", header: t("when"), cell: (entry) => <Instant at={entry.at} precision="second" isUtcOnly /> },
        { key: "who", header: t("who"), cell: (entry) => entry.actorName || t("nobody") },
        { key: "what", header: t("what"), cell: (entry) => <Act entry={entry} hasSubject={hasSubject} /> },
        { key: "changes", header: t("changes"), cell: (entry) => <Changes entry={entry} /> },
      ]}
    />
  );
}

function Act({ entry, hasSubject }: { readonly entry: ShownEntry; readonly hasSubject: boolean }) {
  const { t } = useTranslation("audit-log");
  const key = `actions.${entry.action.replace(":", "_")}`;
  return (
    <div className="min-w-0">
      <span className="block font-semibold">{t(key, { defaultValue: entry.action })}</span>
      <span className="block break-all text-xs text-ink-soft">
        {t("number", { number: entry.sequence })}
        {hasSubject ? ` · ${entry.subjectType} ${entry.subjectId}` : null}
      </span>
    </div>
  );
}

function Changes({ entry }: { readonly entry: ShownEntry }) {
  const details = Object.entries(entry.details);
  if (entry.changes.length === 0 && details.length === 0) return null;
  return (
    <div className="min-w-0 space-y-1.5 wrap-anywhere">
      {entry.changes.length > 0 ? <ChangeList changes={entry.changes} /> : null}
      {details.length > 0 ? <Details details={details} /> : null}
    </div>
  );
}

const shownAtOnce = 6;

function ChangeList({ changes }: { readonly changes: ShownEntry["changes"] }) {
  const { t } = useTranslation("audit-log");
  const lines = changes.map((change) => <ChangeLine key={change.field} change={change} />);
  return (
    <>
      <ul className="space-y-1">{lines.slice(0, shownAtOnce)}</ul>
      {lines.length > shownAtOnce ? (
        <details>
          <summary className="cursor-pointer text-accent">
            {t("moreChanges", { count: lines.length - shownAtOnce })}
          </summary>
          <ul className="mt-1 space-y-1">{lines.slice(shownAtOnce)}</ul>
        </details>
      ) : null}
    </>
  );
}

function ChangeLine({ change }: { readonly change: ShownEntry["changes"][number] }) {
  const { t } = useTranslation("audit-log");
  const name = t(`fields.${change.field.replaceAll(".", "_")}`, { defaultValue: change.field });
  return (
    <li>
      <span className="text-ink-soft">{name}: </span>
      <del className="decoration-danger">{textOf(change.before) || t("nothing")}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{t("becomes")}</span>
      <ins className="font-semibold no-underline">{textOf(change.after) || t("nothing")}</ins>
    </li>
  );
}

function Details({ details }: { readonly details: readonly [string, Json][] }) {
  const { t } = useTranslation("audit-log");
  return (
    <details className="text-xs">
      <summary className="cursor-pointer text-accent">{t("details")}</summary>
      <dl className="mt-1 space-y-0.5">
        {details.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-ink-soft">{name}: </dt>
            <dd className="inline">{textOf(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
