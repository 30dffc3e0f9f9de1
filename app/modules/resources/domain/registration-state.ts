// The fields of a network and of an AS number that have a history, as the log and the history show them.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { AutonomousSystem } from "./autonomous-system.ts";
import type { Network } from "./network.ts";

export function stateOfNetwork(network: Network): Record<string, Json> {
  const { organizationId, status, name, isResidential, technicalContactId, abuseContactId } = network;
  const { originAsn, geofeedUrl, registeredOn } = network;
  const contacts = { technicalContactId, abuseContactId };
  return { organizationId, status, name, isResidential, ...contacts, originAsn, geofeedUrl, registeredOn };
}

export function stateOfSystem(system: AutonomousSystem): Record<string, Json> {
  const { organizationId, status, routingContactId, abuseContactId, registeredOn } = system;
  return { organizationId, status, routingContactId, abuseContactId, registeredOn };
}
