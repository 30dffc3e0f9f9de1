// Delegations of a whole register, straight into the tables: no name server of the world is asked.
import { prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { readWholeRegister } from "#app/modules/resources/index.server.ts";
import { zonesOf } from "#app/modules/reverse-dns/domain/zone-rules.ts";
import type { Context } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";

const zoneColumns = {
  id: "text",
  zoneName: "text",
  startKey: "text",
  endKey: "text",
  prefixLength: "integer",
  changedAt: "instant",
  nextCheckAt: "instant",
} as const;
const serverColumns = {
  id: "text",
  delegationId: "text",
  host: "text",
  position: "integer",
  status: "text",
  statusAt: "instant",
} as const;

/** Every block of the register to two servers; how many zones that makes. */
export async function delegateEverything(context: Context): Promise<number> {
  const { networks } = await readWholeRegister(context);
  const zones = networks.flatMap(({ prefix }) => {
    const found = zonesOf(prefix, prefix);
    return found.ok ? found.value : [];
  });
  const now = context.clock.now();
  const rows = zones.map(({ name, prefix }) => ({
    ...{ id: name, zoneName: name, ...prefixKeys(prefix), prefixLength: prefix.length },
    ...{ changedAt: now, nextCheckAt: now },
  }));
  await insertRows(context, "reverse_delegations", zoneColumns, rows);
  const servers = rows.flatMap(({ id }) =>
    [1, 2].map((number) => ({
      ...{ id: `${id} ${number}`, delegationId: id, host: `ns${number}.provider.example`, status: "AA" },
      ...{ position: number, statusAt: now },
    })),
  );
  await insertRows(context, "reverse_name_servers", serverColumns, servers);
  return zones.length;
}
