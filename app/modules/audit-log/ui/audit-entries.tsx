// Entries of the log, newest first: when, who, what, and each field before and after.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { KnownNames } from "./readable-value.ts";
import { useFieldName, useReadableValue } from "./readable-value.ts";

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
  /** What people call the things and persons that entries name by identifier. */
  readonly names?: KnownNames;
  /** Where an entry has a page of its own. */
  readonly linkTo?: (entry: ShownEntry) => string;
}

const noNames: KnownNames = {};

export function AuditEntries(props: AuditEntriesProps) {
  const { caption, entries, empty, names = noNames } = props;
  const { t } = useTranslation("audit-log");
  return (
    <Table
      caption={caption}
      rows={entries}
      rowKey={(entry) => entry.sequence}
      empty={empty}
      columns={[
        { key: "at", header: t("when"), cell: (entry) => <Instant at={entry.at} precision="second" isUtcOnly /> },
        {
          key: "who",
          header: t("who"),
          cell: (entry) => t(`actors.${entry.actorName}`, { defaultValue: entry.actorName || t("nobody") }),
        },
        { key: "what", header: t("what"), cell: (entry) => <Act entry={entry} {...props} names={names} /> },
        { key: "changes", header: t("changes"), cell: (entry) => <Changes entry={entry} names={names} /> },
      ]}
    />
  );
}

interface ActProps {
  readonly entry: ShownEntry;
  readonly hasSubject?: boolean;
  readonly names: KnownNames;
  readonly linkTo?: (entry: ShownEntry) => string;
}

function Act({ entry, hasSubject = false, names, linkTo }: ActProps) {
  const { t } = useTranslation("audit-log");
  const readable = useReadableValue(names);
  const { action, sequence, subjectId, subjectType } = entry;
  const number = t("number", { number: sequence });
  const isNamed = names[subjectId] !== undefined;
  return (
    <div className="min-w-0">
      <span className="block font-semibold">{t(`actions.${action.replace(":", "_")}`, { defaultValue: action })}</span>
      <span className={`block text-xs text-ink-soft ${isNamed ? "wrap-anywhere" : "break-all"}`}>
        {linkTo === undefined ? number : <TextLink to={linkTo(entry)}>{number}</TextLink>}
        {hasSubject ? ` · ${isNamed ? readable(subjectId) : `${subjectType} ${subjectId}`}` : null}
      </span>
    </div>
  );
}

function Changes({ entry, names }: { readonly entry: ShownEntry; readonly names: KnownNames }) {
  const details = Object.entries(entry.details);
  if (entry.changes.length === 0 && details.length === 0) return null;
  return (
    <div className="min-w-0 space-y-1.5 wrap-anywhere">
      {entry.changes.length > 0 ? <ChangeList changes={entry.changes} names={names} /> : null}
      {details.length > 0 ? <Details details={details} names={names} /> : null}
    </div>
  );
}

const shownAtOnce = 6;

function ChangeList({ changes, names }: { readonly changes: ShownEntry["changes"]; readonly names: KnownNames }) {
  const { t } = useTranslation("audit-log");
  const lines = changes.map((change) => <ChangeLine key={change.field} change={change} names={names} />);
  return (
    <>
      <ul className="space-y-1">{lines.slice(0, shownAtOnce)}</ul>
      {lines.length > shownAtOnce ? (
        <details>
          <summary className="min-h-target cursor-pointer py-1 text-accent">
            {t("moreChanges", { count: lines.length - shownAtOnce })}
          </summary>
          <ul className="mt-1 space-y-1">{lines.slice(shownAtOnce)}</ul>
        </details>
      ) : null}
    </>
  );
}

interface ChangeLineProps {
  readonly change: ShownEntry["changes"][number];
  readonly names: KnownNames;
}

function ChangeLine({ change, names }: ChangeLineProps) {
  const { t } = useTranslation("audit-log");
  const readable = useReadableValue(names);
  const fieldName = useFieldName();
  return (
    <li>
      <span className="text-ink-soft">{fieldName(change.field)}: </span>
      <del className="decoration-danger">{readable(change.before)}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{t("becomes")}</span>
      <ins className="font-semibold no-underline">{readable(change.after)}</ins>
    </li>
  );
}

interface DetailsProps {
  readonly details: readonly [string, Json][];
  readonly names: KnownNames;
}

function Details({ details, names }: DetailsProps) {
  const { t } = useTranslation("audit-log");
  const readable = useReadableValue(names);
  const fieldName = useFieldName();
  return (
    <details className="text-xs">
      <summary className="min-h-target cursor-pointer py-1 text-accent">{t("details")}</summary>
      <dl className="mt-1 space-y-0.5">
        {details.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-ink-soft">{fieldName(name)}: </dt>
            <dd className="inline">{readable(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
