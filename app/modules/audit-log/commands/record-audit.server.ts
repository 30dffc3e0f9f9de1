// Writes who did what into the hash-chained log, in the transaction of the act itself.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { auditEntryHash, emptyLogHash } from "../domain/entry-hash.ts";

/** One field, as it was and as it is. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

export interface AuditRecord {
  /** The permission or act in the past tense: "elections:roll-frozen". */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes?: readonly FieldChange[];
  /** Never a secret, never a choice, never what would join a voter and a ballot. */
  readonly details?: Readonly<Record<string, Json>>;
}

/** Appends one entry. Also takes the writers' lock, so call it first where two people may change the same thing at once. */
export async function recordAudit(within: ContextWithin, record: AuditRecord): Promise<void> {
  const tail = await lockTail(within);
  const content = {
    sequence: tail.sequence + 1,
    at: within.clock.now().toISOString(),
    ...actorColumns(within.actor),
    action: record.action,
    subjectType: record.subjectType,
    subjectId: record.subjectId,
    changes: (record.changes ?? []).map((change) => ({ ...change })),
    details: { ...record.details },
    salt: Buffer.from(within.random(16)).toString("hex"),
  };
  const hash = auditEntryHash(tail.hash, content);
  await within.database.auditEntry.create({
    data: { ...content, at: new Date(content.at), previousHash: tail.hash, hash },
  });
  await within.database.auditTail.update({ where: { id: 1 }, data: { sequence: content.sequence, hash } });
}

/** Takes the writers' lock before anything is read, for acts whose entry can only be written at their end. */
export async function takeWritersLock(within: ContextWithin): Promise<void> {
  await lockTail(within);
}

/** The changes between two states of the same fields; fields that stayed are left out. */
export function changesBetween(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): FieldChange[] {
  return Object.keys(after)
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

// Why an upsert that changes nothing: it is a write, so the second writer waits here until the first has committed.
function lockTail(within: ContextWithin): Promise<{ sequence: number; hash: string }> {
  return within.database.auditTail.upsert({
    where: { id: 1 },
    create: { id: 1, sequence: 0, hash: emptyLogHash },
    update: { id: 1 },
  });
}

function actorColumns(actor: Actor): { actorKind: string; actorId: string | null; actorName: string } {
  switch (actor.kind) {
    case "person":
      return { actorKind: "person", actorId: actor.accountId, actorName: `${actor.name} (${actor.userId})` };
    case "system":
    case "command-line":
      return { actorKind: actor.kind, actorId: null, actorName: actor.name };
    case "visitor":
      return { actorKind: "visitor", actorId: null, actorName: "" };
  }
}
