// One record of the register with all that hangs on it: its networks, what was given on below them, its AS numbers.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import type { Delegation } from "../domain/delegation.ts";
import { lastOf } from "../domain/delegation.ts";
import { directNetworksOf, directSystemsOf } from "../domain/direct-registrations.ts";
import type { Holding } from "../domain/holding.ts";
import { startKey } from "../domain/holding.ts";
import type { Network } from "../domain/network.ts";
import { findNetwork, listNetworksInside } from "./networks.server.ts";
import { findAutonomousSystem } from "./whole-register.server.ts";

export type DelegatedNumbers = { readonly prefix: Prefix } | { readonly asn: number };

/** The record in which the prefix or the AS number begins; undefined where nobody holds it. */
export async function findDelegation(
  context: ReadingContext,
  wanted: DelegatedNumbers,
): Promise<Delegation | undefined> {
  const family: Holding["family"] = "asn" in wanted ? "asn" : wanted.prefix.family;
  const first = "asn" in wanted ? BigInt(wanted.asn) : wanted.prefix.start;
  const row = await context.database.holding.findFirst({
    where: { family, start: { lte: startKey(family, first) } },
    orderBy: { start: "desc" },
  });
  if (row === null) return undefined;
  const { id, registry, organizationId, start, value, country, date, status } = row;
  const delegation = {
    ...{ id, registry, organizationId, start, value, country, date, family },
    status: status as Holding["status"],
  };
  return first <= lastOf(delegation) ? delegation : undefined;
}

export interface DelegatedParts {
  readonly direct: readonly Network[];
  /** In order: a network comes after the one around it. */
  readonly below: readonly Network[];
  readonly systems: readonly AutonomousSystem[];
}

export async function partsOfDelegation(context: ReadingContext, delegation: Delegation): Promise<DelegatedParts> {
  const direct: Network[] = [];
  const below: Network[] = [];
  for (const { prefix } of directNetworksOf([delegation])) {
    const network = await findNetwork(context, { prefix });
    if (network === undefined) continue;
    direct.push(network);
    below.push(...(await listNetworksInside(context, prefix)));
  }
  const systems: AutonomousSystem[] = [];
  for (const { asn } of directSystemsOf([delegation])) {
    const system = await findAutonomousSystem(context, asn);
    if (system !== undefined) systems.push(system);
  }
  return { direct, below, systems };
}
