// Reverse zones of the demonstration with name servers that nobody asks: good ones, one that has been silent for weeks, one that was taken out;
// and an entity from another registry, for which somebody asks.
import { parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { markLegacyEntity, openLegacyClaim } from "#app/modules/legacy-claims/index.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { SeedContext, SeededHouse } from "./demonstration-house.ts";
import { daysAfter, memberNamed } from "./demonstration-house.ts";

const delegated = [
  { zoneName: "0.0.10.in-addr.arpa", prefix: "10.0.0.0/24", holder: "Conexión Tegucigalpa", second: "good" },
  { zoneName: "1.0.10.in-addr.arpa", prefix: "10.0.1.0/24", holder: "Conexión Tegucigalpa", second: "silent" },
  { zoneName: "1.10.in-addr.arpa", prefix: "10.1.0.0/16", holder: "Rede Serra Azul", second: "taken out" },
] as const;

/**
 * Writes the rows themselves: who delegates has every server asked, and none of these exists. They are asked for in a year.
 * `now` is the day on which the demonstration begins.
 */
export async function delegateDemonstrationZones(context: SeedContext, now: Date): Promise<void> {
  const ago = (days: number) => daysAfter(now, -days);
  const good = { status: "AA", statusAt: ago(2), lastAuthoritativeAt: ago(2) };
  const silent = {
    status: "TO",
    statusAt: ago(1),
    lastAuthoritativeAt: ago(22),
    lameSince: ago(20),
    firstNoticeAt: ago(13),
  };
  const seconds = {
    good,
    silent: { ...silent, lastNoticeAt: ago(13) },
    "taken out": {
      ...{ status: "REFUSED", statusAt: ago(5), lastAuthoritativeAt: ago(75), lameSince: ago(72) },
      ...{ firstNoticeAt: ago(65), lastNoticeAt: ago(20), removedAt: ago(5) },
    },
  };
  for (const { zoneName, prefix, holder, second } of delegated) {
    const range = parsePrefix(prefix);
    if (range === undefined) throw new Error(`${prefix} is no prefix`);
    const { organizationId } = await memberNamed(context, holder);
    await inTransaction(context, async (within) => {
      await within.database.reverseDelegation.create({
        data: {
          ...{ id: randomIdentifier(within.random), zoneName, ...prefixKeys(range), prefixLength: range.length },
          ...{ organizationId, changedAt: ago(90), nextCheckAt: daysAfter(now, 365) },
          servers: {
            create: [
              { id: randomIdentifier(within.random), host: "ns1.dns.example", position: 0, ...good },
              { id: randomIdentifier(within.random), host: "ns2.dns.example", position: 1, ...seconds[second] },
            ],
          },
        },
      });
      await recordAudit(within, {
        action: "reverse-dns:zones-delegated",
        subjectType: "reverse-delegations",
        subjectId: prefix,
        changes: [{ field: "zones", before: 0, after: 1 }],
      });
      return ok(undefined);
    });
  }
}

export async function askForLegacyEntity({ context, staff }: SeededHouse): Promise<void> {
  const desk = { ...context, ...withActor(context, staff), clock: context.clock };
  const { handle: ownerId } = await memberNamed(context, "Datos Verdes");
  const { contact } = await memberNamed(context, "Internet Altiplano");
  expectOk(await markLegacyEntity(desk, { ownerId, receivedFrom: "ARIN", note: "Lista de traspaso de 2002" }));
  expectOk(
    await openLegacyClaim(desk, {
      ...{ ownerId, userId: contact.userId },
      requestedBy: "Carta firmada, recibida por la mesa",
      evidence: "Acta del registro de comercio; se llamó al número que figura en él.",
    }),
  );
}
