// A network of the register: a prefix, who holds it, as what, and who answers for it. Policy manual §2.1; words of WHOIS: docs/glossary.md.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixOfKey } from "#app/lib/ip-addresses/index.ts";

/** Direct from the registry: to give on, or for its own network. Below a direct one: to give on, or to use. */
export const networkStatuses = ["allocated", "assigned", "reallocated", "reassigned"] as const;
export type NetworkStatus = (typeof networkStatuses)[number];

/** What may be changed of a network without moving it. */
export interface NetworkFields {
  readonly organizationId: string;
  readonly status: NetworkStatus;
  readonly name: string;
  readonly isResidential: boolean;
  /** Accounts; null: the holder's administrative contact. */
  readonly technicalContactId: string | null;
  readonly abuseContactId: string | null;
  readonly originAsn: number | null;
  /** The file that says where its addresses are used (RFC 8805). */
  readonly geofeedUrl: string | null;
}

export interface Network extends NetworkFields {
  readonly id: string;
  readonly prefix: Prefix;
  /** Null for a direct one. */
  readonly parentId: string | null;
  readonly registry: string;
  /** YYYY-MM-DD; "" where the register does not say. */
  readonly registeredOn: string;
  readonly changedAt: Date;
  readonly version: number;
}

interface NetworkRow extends Omit<Network, "prefix" | "status" | "originAsn"> {
  readonly startKey: string;
  readonly prefixLength: number;
  readonly status: string;
  readonly originAsn: bigint | null;
}

/** A row of the database as a network. */
export function asNetwork(row: NetworkRow): Network {
  const { startKey, prefixLength, status, originAsn } = row;
  const { id, parentId, registry, organizationId, name, isResidential } = row;
  const { technicalContactId, abuseContactId, geofeedUrl, registeredOn, changedAt, version } = row;
  return {
    ...{ id, parentId, registry, organizationId, name, isResidential, technicalContactId, abuseContactId },
    ...{ geofeedUrl, registeredOn, changedAt, version },
    prefix: prefixOfKey(startKey, prefixLength),
    status: asNetworkStatus(status),
    originAsn: originAsn === null ? null : Number(originAsn),
  };
}

function asNetworkStatus(word: string): NetworkStatus {
  const status = networkStatuses.find((each) => each === word);
  if (status === undefined) throw new Error(`"${word}" is no status of a network`);
  return status;
}
