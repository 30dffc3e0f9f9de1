// What every act on a sub-assignment does: one network goes, another comes, and what stood before is kept for undoing.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { formatPrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { lastSequence, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { PlaceNetworkRefusal } from "#app/modules/resources/index.server.ts";
import {
  listNetworksInside,
  placeNetwork,
  tellOfNamedContacts,
  withdrawNetwork,
} from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { ActKind, PlacedNetwork } from "../domain/act.ts";
import { asPlaced, writeNetwork } from "../domain/act.ts";

export interface DoneAct {
  readonly actId: string;
  readonly kind: ActKind;
  /** The network that stands now; of a return the one that stood. */
  readonly prefix: string;
  readonly before: PlacedNetwork | undefined;
  readonly after: PlacedNetwork | undefined;
  readonly daysTaken: number;
}

export interface ActToCarryOut {
  readonly kind: ActKind;
  readonly block: Network;
  readonly before?: Network;
  readonly after?: PlacedNetwork;
  readonly daysTaken?: number;
}

export type CarryOutRefusal = PlaceNetworkRefusal | Refusal<"RANGE_NOT_EMPTY">;

/** Carries it out and keeps it. */
export async function carryOut(within: ContextWithin, act: ActToCarryOut): Promise<Result<DoneAct, CarryOutRefusal>> {
  const { kind, block, before, after, daysTaken = 0 } = act;
  const swapped = await swapNetworks(within, before, after);
  if (!swapped.ok) return swapped;
  const subject = after ?? before;
  if (subject === undefined) throw new Error("an act without a network");
  // Why not where it is resized: it names whom it named before.
  if (after !== undefined && (kind === "registered" || kind === "transferred"))
    await tellOfNamedContacts(within, after.prefix);
  const prefix = formatPrefix(subject.prefix);
  const actId = randomIdentifier(within.random);
  const details = { block: formatPrefix(block.prefix), daysTaken };
  await recordAudit(within, {
    action: `sub-assignments:${kind}`,
    subjectType: "network",
    subjectId: prefix,
    details,
  });
  await within.database.subAssignmentAct.create({
    data: {
      id: actId,
      ...{ kind, prefix, daysTaken, block: details.block, blockHolderId: block.organizationId },
      ...(before === undefined ? {} : { before: { ...writeNetwork(before) } satisfies Json }),
      ...(after === undefined ? {} : { after: { ...writeNetwork(after) } satisfies Json }),
      sequence: await lastSequence(within),
      actedAt: within.clock.now(),
      actedByName: within.actor.kind === "visitor" ? "" : within.actor.name,
    },
  });
  return ok({ actId, kind, prefix, before, after, daysTaken });
}

/** One network goes, the other comes; whatever lies in the first and not in the second is in the way. */
export async function swapNetworks(
  within: ContextWithin,
  before: Network | undefined,
  after: PlacedNetwork | undefined,
): Promise<Result<null, CarryOutRefusal>> {
  if (before !== undefined) {
    const inside = await listNetworksInside(within, before.prefix);
    const left = inside.filter(({ prefix }) => after === undefined || !prefixHolds(after.prefix, prefix));
    if (left.length > 0) {
      return refuse("RANGE_NOT_EMPTY", { prefix: formatPrefix(before.prefix), count: left.length });
    }
    const withdrawn = await withdrawNetwork(within, before.id, before.version);
    if (!withdrawn.ok) return withdrawn;
  }
  if (after === undefined) return ok(null);
  const placed = await placeNetwork(within, asPlaced(after));
  return placed.ok ? ok(null) : placed;
}
