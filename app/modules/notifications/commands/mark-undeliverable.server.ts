// Remembers that an address does not receive mail, and forgets it when somebody has mended it.
// Source: audit finding L13 of the incumbent: a bad address must become visible and have a remedy before the vote opens.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { addressKey } from "../domain/address-key.ts";
import { permissions } from "../module.ts";

export interface Undeliverable {
  readonly address: string;
  readonly reason: string;
  readonly source: "refused" | "returned";
}

/** The first reason stays until it is forgotten; but what a mail server says to our face weighs more than a report that anybody may have written. */
export async function markUndeliverable(
  ground: Pick<Ground | ContextWithin, "database" | "clock">,
  { address, reason, source }: Undeliverable,
): Promise<void> {
  const key = addressKey(address);
  await ground.database.undeliverableAddress.upsert({
    where: { address: key },
    create: { address: key, since: ground.clock.now(), reason, source },
    update: source === "refused" ? { reason, source } : {},
  });
}

/** A person says that the address works again: her mailbox was full, her server is back. The next refusal marks it anew. */
export function trustAddress(context: Context, address: string) {
  requirePermission(context.actor, permissions, "notifications:send-again");
  const key = addressKey(address);
  return inTransaction(context, async (within) => {
    await recordAudit(within, { action: "notifications:address-trusted", subjectType: "mail", subjectId: "" });
    await within.database.undeliverableAddress.deleteMany({ where: { address: key } });
    return ok(undefined);
  });
}
