// The history of the register: before a network or an AS number changes, its state is kept with who changed it.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { writeAsn } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { stateOfNetwork, stateOfSystem } from "../domain/registration-state.ts";

export async function keepNetworkVersion(within: ContextWithin, network: Network, isLast: boolean): Promise<void> {
  await keep(within, {
    subject: "network",
    resource: formatPrefix(network.prefix),
    state: stateOfNetwork(network),
    isLast,
    ...network,
  });
}

export async function keepSystemVersion(
  within: ContextWithin,
  system: AutonomousSystem,
  isLast: boolean,
): Promise<void> {
  await keep(within, {
    subject: "autonomous-system",
    resource: writeAsn(system.asn),
    state: stateOfSystem(system),
    isLast,
    ...system,
  });
}

interface Kept {
  readonly subject: "network" | "autonomous-system";
  readonly resource: string;
  readonly state: Record<string, Json>;
  readonly version: number;
  readonly changedAt: Date;
  readonly isLast: boolean;
}

async function keep(within: ContextWithin, kept: Kept): Promise<void> {
  const { subject, resource, state, version, changedAt, isLast } = kept;
  await within.database.registrationVersion.create({
    data: {
      id: randomIdentifier(within.random),
      ...{ subject, resource, state, version, isLast },
      validFrom: changedAt,
      validUntil: within.clock.now(),
      changedByName: within.actor.kind === "visitor" ? "" : within.actor.name,
    },
  });
}
