// A network or an AS number as a line of a list.
import type { NetworkStatus } from "./network.ts";

export interface NamedPerson {
  readonly userId: string;
  readonly name: string;
}

export interface NetworkLine {
  readonly id: string;
  readonly prefix: string;
  readonly status: NetworkStatus;
  readonly name: string;
  readonly originAsn: number | null;
  readonly registeredOn: string;
  /** Directly from the registry, or sub-assigned. */
  readonly isDirect: boolean;
  readonly holder: { readonly handle: string; readonly name: string };
  readonly technicalContact: NamedPerson | null;
  /** Null where the block may not be given on: its holder uses it whole. */
  readonly use: { readonly share: number; readonly isReached: boolean } | null;
}

export interface SystemLine {
  readonly asn: number;
  readonly status: "allocated" | "assigned";
  readonly registeredOn: string;
  readonly holder: { readonly handle: string; readonly name: string };
  readonly routingContact: NamedPerson | null;
}

/** Allocated and reallocated blocks are there to be sub-assigned; assigned and reassigned ones to be used. Policy manual §2.1. */
export function mayBeGivenOn({ status }: { readonly status: NetworkStatus }): boolean {
  return status === "allocated" || status === "reallocated";
}
