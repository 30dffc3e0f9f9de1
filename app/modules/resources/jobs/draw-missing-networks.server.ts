// A database from before the register had networks has holdings alone: its networks and AS numbers are made of them, once, when the product starts.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, Ground, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { ReconciledRegistrations } from "../commands/reconcile-registrations.server.ts";
import { reconcileRegistrations } from "../commands/reconcile-registrations.server.ts";

/** How many networks and AS numbers were made, by registry; nothing where there are some already, or nothing to make them of. */
export async function drawMissingNetworks(ground: Ground): Promise<Record<string, number>> {
  const context = withActor(ground, { kind: "system", name: "register" });
  if (!(await lacksNetworks(context))) return {};
  const made = await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    // Why again: another process may have started at the same moment.
    return ok((await lacksNetworks(within)) ? await drawAll(within) : {});
  });
  return made.value;
}

async function lacksNetworks({ database }: ReadingContext): Promise<boolean> {
  if ((await database.network.findFirst({ select: { id: true } })) !== null) return false;
  if ((await database.autonomousSystem.findFirst({ select: { id: true } })) !== null) return false;
  return (await database.holding.findFirst({ select: { id: true } })) !== null;
}

async function drawAll(within: ContextWithin): Promise<Record<string, number>> {
  const registries = await within.database.holding.groupBy({ by: ["registry"], orderBy: { registry: "asc" } });
  const made: Record<string, number> = {};
  for (const { registry } of registries) {
    const { added }: ReconciledRegistrations = await reconcileRegistrations(within, registry);
    made[registry] = added;
    await recordAudit(within, {
      action: "resources:networks-drawn",
      subjectType: "register",
      subjectId: registry,
      details: { registry, added },
    });
  }
  return made;
}
