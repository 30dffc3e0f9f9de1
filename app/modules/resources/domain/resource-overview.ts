// A network or an AS number as its page shows it.
import type { IpFamily } from "#app/lib/ip-addresses/index.ts";
import type { NetworkStatus } from "./network.ts";
import type { RegistrationEvent } from "./registration-history.ts";
import type { Utilisation } from "./utilisation.ts";

export interface ResourcePerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export interface ResourceContact {
  /** Null where nobody answers for it, not even an administrative contact. */
  readonly person: ResourcePerson | null;
  /** Named for this resource; otherwise it is the holder's administrative contact. */
  readonly isOwn: boolean;
}

export interface ResourceHolder {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly isInvented: boolean;
  readonly administrativeContact: ResourcePerson | null;
}

export interface ShownHistory {
  readonly events: readonly RegistrationEvent[];
  readonly names: Readonly<Record<string, string>>;
}

interface Overview {
  readonly registeredOn: string;
  readonly changedAt: Date;
  readonly version: number;
  readonly holder: ResourceHolder;
  /** Of an AS number the technical one is its routing contact. */
  readonly contacts: { readonly technical: ResourceContact; readonly abuse: ResourceContact };
  readonly history: ShownHistory;
  readonly mayManage: boolean;
  /** Whether the reader may decide who holds it. */
  readonly mayDecide: boolean;
}

export interface NetworkOverview extends Overview {
  readonly id: string;
  readonly prefix: string;
  readonly family: IpFamily;
  readonly status: NetworkStatus;
  readonly name: string;
  readonly isResidential: boolean;
  readonly originAsn: number | null;
  readonly geofeedUrl: string | null;
  readonly parent: { readonly id: string; readonly prefix: string; readonly isOpen: boolean } | null;
  /** Null where the block may not be given on. */
  readonly use: BlockUse | null;
}

export interface SystemOverview extends Overview {
  readonly asn: number;
  readonly status: "allocated" | "assigned";
}

export interface BlockUse {
  readonly utilisation: Utilisation;
  /** All such blocks of the holder together. */
  readonly together: Utilisation & { readonly blocks: number };
  readonly cells: readonly { readonly prefix: string; readonly share: number; readonly part: number }[];
  readonly subAssignments: number;
  /** One page of what is sub-assigned and what is free, in order. */
  readonly parts: readonly ShownPart[];
  readonly page: number;
  readonly pages: number;
}

export interface ShownPart {
  readonly prefix: string;
  /** Null: free. */
  readonly network: {
    readonly id: string;
    readonly status: NetworkStatus;
    readonly name: string;
    readonly holder: string;
    readonly registeredOn: string;
  } | null;
}
