// Everything that was done to one election, newest first, from the audit log.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export interface AuditTrailLine {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly details: Readonly<Record<string, Json>>;
}

/** The log is read in pages of so many lines. */
const linesPerPage = 50;

export function AuditTrail({ lines }: { readonly lines: readonly AuditTrailLine[] }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const last = lines.at(-1);
  return (
    <div className="space-y-4">
      <Table
        caption={t("desk.audit.title")}
        isCaptionHidden
        rows={lines}
        rowKey={({ sequence }) => sequence}
        empty={<EmptyState title={t("desk.audit.none")} />}
        columns={[
          { key: "at", header: t("desk.audit.at"), cell: ({ at }) => <Instant at={at} precision="second" isUtcOnly /> },
          {
            key: "what",
            header: t("desk.audit.what"),
            isRowHeader: true,
            cell: (line) => t(`desk.audit.actions.${line.action.replace(/^.*:/, "")}`, line.action),
          },
          {
            key: "who",
            header: t("desk.audit.who"),
            cell: ({ actorName }) => t(`desk.audit.actors.${actorName.replaceAll(" ", "-")}`, actorName),
          },
          { key: "details", header: t("desk.audit.details"), cell: ({ details }) => <Details details={details} /> },
          { key: "sequence", header: t("desk.audit.number"), align: "end", cell: ({ sequence }) => number(sequence) },
        ]}
      />
      {last !== undefined && lines.length >= linesPerPage ? (
        <TextLink to={`?before=${last.sequence}`}>{t("desk.audit.older")}</TextLink>
      ) : null}
    </div>
  );
}

// Details are for those who check the log: they stand as the log has them.
function Details({ details }: { readonly details: Readonly<Record<string, Json>> }) {
  const { t } = useTranslation("elections");
  const entries = Object.entries(details);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className="min-h-target cursor-pointer py-1 text-accent">
        {t("desk.audit.detailCount", { count: entries.length })}
      </summary>
      <ul className="break-all font-mono text-xs">
        {entries.map(([name, value]) => (
          <li key={name}>
            {name}: {typeof value === "string" ? value : JSON.stringify(value)}
          </li>
        ))}
      </ul>
    </details>
  );
}
