// What was changed on a roll after the freeze, for everybody.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { readRollChanges } from "../domain/read-roll-changes.ts";
import type { RollFieldChange } from "../domain/roll-change.ts";

export interface RollChangeView {
  readonly version: number;
  readonly handle: string;
  readonly kind: "added" | "struck" | "changed";
  /** Privacy: a private field says only that it changed; both values are null. */
  readonly changes: readonly {
    readonly field: string;
    readonly before: Json;
    readonly after: Json;
    readonly isPublic: boolean;
  }[];
  readonly reason: string;
  readonly claimId: string | null;
  readonly proposedByName: string;
  readonly proposedByRoles: readonly Role[];
  readonly approvedByName: string;
  readonly approvedByRoles: readonly Role[];
  readonly rootBefore: string;
  readonly root: string;
  readonly decidedAt: string;
}

/** Every change, the newest first. */
export async function listRollChanges(context: ReadingContext, electionId: string): Promise<RollChangeView[]> {
  const rows = await context.database.rollChange.findMany({ where: { electionId }, orderBy: { version: "desc" } });
  return rows.map((row) => ({
    version: row.version,
    handle: row.handle,
    kind: row.kind as RollChangeView["kind"],
    changes: readRollChanges(row.changes).map(publicChange),
    reason: row.reason,
    claimId: row.claimId,
    proposedByName: row.proposedByName,
    proposedByRoles: row.proposedByRoles as Role[],
    approvedByName: row.approvedByName,
    approvedByRoles: row.approvedByRoles as Role[],
    rootBefore: row.rootBefore,
    root: row.root,
    decidedAt: row.decidedAt.toISOString(),
  }));
}

function publicChange({ field, before, after, isPublic }: RollFieldChange) {
  return isPublic ? { field, before, after, isPublic } : { field, before: null, after: null, isPublic };
}
