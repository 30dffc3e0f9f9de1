// Networks written below others by the thousand, without the commands that register one: for tests and benchmarks of a large register.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";

export interface NetworkRow {
  readonly id: string;
  readonly prefix: Prefix;
  readonly parentId: string;
  readonly holder: Pick<Network, "organizationId" | "registry">;
}

/** The caller answers for their being a tree. */
export async function addNetworkRows(context: Context, networks: readonly NetworkRow[]): Promise<void> {
  const changedAt = context.clock.now();
  const rows = networks.map(({ id, prefix, parentId, holder: { organizationId, registry } }) => ({
    ...{ id, ...prefixKeys(prefix), prefixLength: prefix.length, parentId },
    ...{ organizationId, registry, status: "reassigned", registeredOn: "", changedAt },
  }));
  const text = "text" as const;
  const place = { id: text, startKey: text, endKey: text, prefixLength: "integer", parentId: text } as const;
  const holder = { organizationId: text, registry: text } as const;
  const rest = { status: text, registeredOn: text, changedAt: "instant" } as const;
  await inTransaction(context, async (within) => {
    await insertRows(within, "networks", { ...place, ...holder, ...rest }, rows);
    return { ok: true };
  });
}
