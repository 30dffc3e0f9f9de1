// Reads the log: the history of one subject, the newest entries, and whether the chain is whole.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { breathEvery } from "#app/platform/breath.server.ts";
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
  /** The random part of what is hashed, for whoever recomputes the hash. */
  readonly salt: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditSelection {
  readonly subjectType?: string;
  readonly subjectId?: string;
  /** Entries about this election, and those that name it in their details. */
  readonly electionId?: string;
  /** Part of the name or user ID of whoever acted, as it was typed. */
  readonly actorName?: string;
  /** The part of the house: "elections". */
  readonly area?: string;
  /** One act: "elections:box-head". */
  readonly action?: string;
  /** Days (YYYY-MM-DD, UTC), both inclusive. */
  readonly from?: string;
  readonly until?: string;
  /** Entries after this sequence number, for watching the log grow. */
  readonly after?: number;
  /** Entries before this sequence number, for paging backwards. */
  readonly before?: number;
  readonly limit?: number;
}

/** Entries, newest first. */
export async function listAuditEntries(context: ReadingContext, selection: AuditSelection): Promise<AuditLine[]> {
  const rows = await context.database.auditEntry.findMany({
    where: whereOf(context, selection),
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
    salt: row.salt,
    previousHash: row.previousHash,
    hash: row.hash,
  }));
}

/** Every act that the log has, in no particular order: what can be asked for. */
export async function listAuditActions(context: ReadingContext): Promise<string[]> {
  const groups = await context.database.auditEntry.groupBy({ by: ["action"] });
  return groups.map(({ action }) => action);
}

function whereOf(context: ReadingContext, selection: AuditSelection): object {
  const { subjectType, subjectId, electionId, actorName, area, action, after, before } = selection;
  return {
    ...(subjectType === undefined ? {} : { subjectType }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(electionId === undefined ? {} : { OR: [{ subjectId: electionId }, namesElection(context, electionId)] }),
    ...(actorName === undefined ? {} : { actorName: { contains: actorName, ...caseInsensitive(context) } }),
    ...(area === undefined && action === undefined ? {} : { action: action ?? { startsWith: `${area}:` } }),
    ...daysOf(selection),
    sequence: { ...(after === undefined ? {} : { gt: after }), ...(before === undefined ? {} : { lt: before }) },
  };
}

// Why two paths: each database has its own way to look into JSON.
function namesElection(context: ReadingContext, electionId: string): object {
  const path = isPostgresql(context) ? ["electionId"] : "$.electionId";
  return { details: { path, equals: electionId } };
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
  return isPostgresql(context) ? { mode: "insensitive" } : {};
}

function isPostgresql(context: ReadingContext): boolean {
  return context.settings.databaseUrl.startsWith("postgres");
}

const entriesPerBreath = 200;

/** The sequence number of the first entry that does not fit the one before it; undefined when the chain is whole. */
export async function findBrokenAuditEntry(context: ReadingContext): Promise<number | undefined> {
  let previousHash = emptyLogHash;
  let sequence = 0;
  const breathe = breathEvery(entriesPerBreath);
  for (;;) {
    const rows = await context.database.auditEntry.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
      take: 1000,
    });
    if (rows.length === 0) return undefined;
    for (const row of rows) {
      await breathe();
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
