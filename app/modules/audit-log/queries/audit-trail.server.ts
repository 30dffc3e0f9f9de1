// Reads the log: the newest entries, the history of one subject, and whether the chain is whole. Who is neither of the commission nor an
// auditor reads nothing of claims and candidacies, by no way.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { breathEvery } from "#app/platform/breath.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { caseInsensitive, isPostgresql } from "#app/platform/database/database.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { isPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { FieldChange } from "../commands/record-audit.server.ts";
import { withoutConfidential } from "../domain/confidential-entries.ts";
import { auditEntryHash, emptyLogHash } from "../domain/entry-hash.ts";
import { permissions } from "../module.ts";

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

/** Entries, newest first, for who may read the log; of claims and candidacies only for the commission and auditors. */
export async function listAuditEntries(context: ReadingContext, selection: AuditSelection): Promise<AuditLine[]> {
  requirePermission(context.actor, permissions, "audit-log:read");
  return readEntries(context, selection);
}

/** How many entries are in memory at once while all of them are read. */
export const entriesPerPage = 1000;

/** Every entry that fits, newest first and page by page, however many there are: what is written meanwhile comes before the first of them. */
export function readAllAuditEntries(
  context: ReadingContext,
  selection: Omit<AuditSelection, "limit">,
): AsyncGenerator<AuditLine[], undefined> {
  requirePermission(context.actor, permissions, "audit-log:read");
  return pagesOf(context, selection);
}

async function* pagesOf(context: ReadingContext, selection: AuditSelection): AsyncGenerator<AuditLine[], undefined> {
  let before = selection.before;
  for (;;) {
    const bounded = { ...selection, ...(before === undefined ? {} : { before }), limit: entriesPerPage };
    const page = await readEntries(context, bounded);
    if (page.length > 0) yield page;
    before = page.at(-1)?.sequence;
    if (page.length < entriesPerPage) return undefined;
  }
}

/** The history of one thing, newest first, for a page whose door has let in only those whom the thing concerns. */
export async function listHistoryOf(
  context: ReadingContext,
  selection: Required<Pick<AuditSelection, "subjectType" | "subjectId">> &
    Pick<AuditSelection, "action" | "before" | "limit">,
): Promise<AuditLine[]> {
  return readEntries(context, selection);
}

/** Whether the actor reads every entry; the others are told that some are not shown to them. */
export function readsWholeLog(actor: Actor): boolean {
  return isPermitted(actor, permissions, "audit-log:read-confidential");
}

async function readEntries(context: ReadingContext, selection: AuditSelection): Promise<AuditLine[]> {
  const rows = await context.database.auditEntry.findMany({
    where: { AND: [whereOf(context, selection), visibleTo(context.actor)] },
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
  requirePermission(context.actor, permissions, "audit-log:read");
  const groups = await context.database.auditEntry.groupBy({ by: ["action"], where: visibleTo(context.actor) });
  return groups.map(({ action }) => action);
}

function visibleTo(actor: Actor): object {
  return readsWholeLog(actor) ? {} : withoutConfidential();
}

function whereOf(context: ReadingContext, selection: AuditSelection): object {
  const { subjectType, subjectId, electionId, actorName, area, action, after, before } = selection;
  return {
    ...(subjectType === undefined ? {} : { subjectType }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(electionId === undefined ? {} : { OR: [{ subjectId: electionId }, namesElection(context, electionId)] }),
    ...(actorName === undefined ? {} : { actorName: { contains: actorName, ...caseInsensitive(context.settings) } }),
    ...(area === undefined && action === undefined ? {} : { action: action ?? { startsWith: `${area}:` } }),
    ...daysOf(selection),
    sequence: { ...(after === undefined ? {} : { gt: after }), ...(before === undefined ? {} : { lt: before }) },
  };
}

// Why two paths: each database has its own way to look into JSON.
function namesElection(context: ReadingContext, electionId: string): object {
  const path = isPostgresql(context.settings.databaseUrl) ? ["electionId"] : "$.electionId";
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
