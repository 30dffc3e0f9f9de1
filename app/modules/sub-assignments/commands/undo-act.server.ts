// Takes back what was done to a sub-assignment, while everything is still as the act left it and nothing has been built on it.
import { formatPrefix, parsePrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findNetwork } from "#app/modules/resources/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { PlacedNetwork, UndoRefusal } from "../domain/act.ts";
import { decideUndo, readNetwork } from "../domain/act.ts";
import { mayBeSubAssigned } from "../domain/range.ts";
import { findBlock, listTaken } from "../queries/block.server.ts";
import type { CarryOutRefusal } from "./carry-out.server.ts";
import { swapNetworks } from "./carry-out.server.ts";

export type UndoActRefusal =
  UndoRefusal | CarryOutRefusal | Refusal<"ACT_UNKNOWN" | "RANGE_TAKEN" | "BLOCK_FOR_OWN_USE">;

export interface UndoneAct {
  readonly prefix: string;
  readonly block: Prefix;
}

export function undoAct(context: Context, actId: string): Promise<Result<UndoneAct, UndoActRefusal>> {
  return inTransaction(context, (within) => undoWithin(within, actId));
}

async function undoWithin(within: ContextWithin, actId: string): Promise<Result<UndoneAct, UndoActRefusal>> {
  await takeWritersLock(within);
  const row = await within.database.subAssignmentAct.findUnique({ where: { id: actId } });
  const blockPrefix = row === null ? undefined : parsePrefix(row.block);
  const block = blockPrefix === undefined ? undefined : await findBlock(within, blockPrefix);
  if (row === null || block === undefined) return refuse("ACT_UNKNOWN");
  if (await hasLaterAct(within, row)) return refuse("ACT_SUPERSEDED");
  const [before, after] = [readNetwork(row.before), readNetwork(row.after)];
  const standing = after === undefined ? undefined : await findNetwork(within, { prefix: after.prefix });
  const act = { isUndone: row.undoneAt !== null, blockHolderId: row.blockHolderId, after };
  const decision = decideUndo(act, { blockHolderId: block.organizationId, standing });
  if (!decision.ok) return decision;
  if (before !== undefined) {
    if (!mayBeSubAssigned(block.status)) return refuse("BLOCK_FOR_OWN_USE", { block: row.block });
    const taken = await listTaken(within, block, standing?.id);
    if (isInTheWay(before, taken)) return refuse("RANGE_TAKEN", { range: formatPrefix(before.prefix) });
  }
  const swapped = await swapNetworks(within, standing, before);
  if (!swapped.ok) return swapped;
  await recordAudit(within, {
    action: "sub-assignments:undone",
    subjectType: "network",
    subjectId: row.prefix,
    details: { block: row.block, act: row.kind },
  });
  await within.database.subAssignmentAct.update({
    where: { id: actId },
    data: {
      undoneAt: within.clock.now(),
      undoneByName: within.actor.kind === "visitor" ? "" : within.actor.name,
    },
  });
  return ok({ prefix: row.prefix, block: block.prefix });
}

/** Why not only what stands: returned and registered again just so, it looks the same and is another act's. */
async function hasLaterAct(
  within: ContextWithin,
  {
    prefix,
    sequence,
    undoneAt,
  }: { readonly prefix: string; readonly sequence: number; readonly undoneAt: Date | null },
): Promise<boolean> {
  const where = { prefix, sequence: { gt: sequence }, undoneAt: null };
  return undoneAt === null && (await within.database.subAssignmentAct.count({ where })) > 0;
}

function isInTheWay(before: PlacedNetwork, taken: readonly Prefix[]): boolean {
  return taken.some((each) => prefixHolds(each, before.prefix) || prefixHolds(before.prefix, each));
}
