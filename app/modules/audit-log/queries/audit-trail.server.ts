// Reads the log: the history of one subject, the newest entries, and whether the chain is whole.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { FieldChange } from "../commands/record-audit.server.ts";
import { auditEntryHash, emptyLogHash } from "../domain/entry-hash.ts";

export interface AuditLine {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes: readonly FieldChange[];
  readonly details: Readonly<Record<string, Json>>;
  readonly hash: string;
}

export interface AuditSelection {
  readonly subjectType?: string;
  readonly subjectId?: string;
  /** Part of the name or user ID of whoever acted, as it was typed. */
  readonly actorName?: string;
  /** The part of the house: "elections". */
  readonly area?: string;
  /** One act: "elections:box-head". */
  readonly action?: string;
  /** Days (YYYY-MM-DD, UTC), both inclusive. */
  readonly from?: string;
  readonly until?: string;
  /** Entries before this sequence number, for paging backwards. */
  readonly before?: number;
  readonly limit?: number;
}

/** Entries, newest first. */
export async function listAuditEntries(context: ReadingContext, selection: AuditSelection): Promise<AuditLine[]> {
  const rows = await context.database.auditEntry.findMany({
    where: {
      ...(selection.subjectType === undefined ? {} : { subjectType: selection.subjectType }),
      ...(selection.subjectId === undefined ? {} : { subjectId: selection.subjectId }),
      ...(selection.actorName === undefined
        ? {}
        : { actorName: { contains: selection.actorName, ...caseInsensitive(context) } }),
      ...(selection.area === undefined ? {} : { action: { startsWith: `${selection.area}:` } }),
      ...(selection.action === undefined ? {} : { action: selection.action }),
      ...daysOf(selection),
      ...(selection.before === undefined ? {} : { sequence: { lt: selection.before } }),
    },
    orderBy: { sequence: "desc" },
    take: selection.limit ?? 50,
  });
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at.toISOString(),
    actorName: row.actorName,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    changes: row.changes as unknown as FieldChange[],
    details: row.details as Record<string, Json>,
    hash: row.hash,
  }));
}

function daysOf({ from, until }: AuditSelection) {
  if (from === undefined && until === undefined) return {};
  return {
    at: {
      ...(from === undefined ? {} : { gte: new Date(`${from}T00:00:00.000Z`) }),
      ...(until === undefined ? {} : { lte: new Date(`${until}T23:59:59.999Z`) }),
    },
  };
}

// Why: SQLite's LIKE ignores case by itself; PostgreSQL must be told, in words that SQLite's client does not know.
function caseInsensitive(context: ReadingContext): object {
  return context.settings.databaseUrl.startsWith("postgres") ? { mode: "insensitive" } : {};
}

/** The sequence number of the first entry that does not fit the one before it; undefined when the chain is whole. */
export async function findBrokenAuditEntry(context: ReadingContext): Promise<number | undefined> {
  let previousHash = emptyLogHash;
  let sequence = 0;
  for (;;) {
    const rows = await context.database.auditEntry.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
      take: 1000,
    });
    if (rows.length === 0) return undefined;
    for (const row of rows) {
      const { hash, previousHash: claimed, at, ...rest } = row;
      const content = { ...rest, at: at.toISOString(), changes: row.changes as Json, details: row.details as Json };
      const isWhole =
        row.sequence === sequence + 1 && claimed === previousHash && auditEntryHash(previousHash, content) === hash;
      if (!isWhole) return row.sequence;
      previousHash = hash;
      sequence = row.sequence;
    }
  }
}
