// The commission accepts that some voters cannot be reached by mail, having seen exactly this list.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { writeNamedSetting } from "#app/platform/named-settings.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { acceptedKey, listUnreachableVoters } from "../queries/unreachable-voters.server.ts";

export function acceptUnreachable(
  context: Context,
  { electionId, hash }: { readonly electionId: string; readonly hash: string },
): Promise<Result<{ count: number }, Refusal<"UNREACHABLE_LIST_CHANGED">>> {
  requirePermission(context.actor, permissions, "elections:seal");
  return inTransaction(context, async (within) => {
    const list = await listUnreachableVoters(within, electionId);
    const count = list.voters.length;
    await recordAudit(within, {
      action: "elections:unreachable-accepted",
      subjectType: "election",
      subjectId: electionId,
      details: { count, hash: list.hash },
    });
    if (list.hash !== hash) return refuse("UNREACHABLE_LIST_CHANGED");
    await writeNamedSetting(within, acceptedKey(electionId), hash);
    return ok({ count });
  });
}
