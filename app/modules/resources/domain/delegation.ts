// What staff decide about a record of the register: who holds it, as what, or that nobody does any more.
// Source: policy manual §2.1 (allocated is given on, assigned is used), §2.3.2.18 (transfers), §7 (what comes back is kept before it is given again).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Holding } from "./holding.ts";
import type { Network } from "./network.ts";

/** "reserved": taken back; the registry keeps it, and nobody holds it. */
export const delegationStatuses = ["allocated", "assigned", "reserved"] as const;
export type DelegationStatus = (typeof delegationStatuses)[number];

export interface Delegation extends Holding {
  readonly id: string;
  readonly registry: string;
  readonly organizationId: string;
}

export interface DelegationWish {
  /** Who is to hold it. */
  readonly organizationId: string;
  readonly status: DelegationStatus;
}

export type DecideDelegationRefusal = Refusal<"DELEGATION_UNCHANGED" | "GIVEN_ON_ALREADY">;

/** `subAssignments` lie in it now. */
export function decideDelegation(
  now: Pick<Delegation, "organizationId" | "status">,
  wish: DelegationWish,
  subAssignments: number,
): Result<DelegationWish, DecideDelegationRefusal> {
  const isSame = now.organizationId === wish.organizationId && now.status === wish.status;
  if (isSame) return refuse("DELEGATION_UNCHANGED");
  const isForOwnUse = wish.status === "assigned" && now.status !== "assigned";
  if (isForOwnUse && subAssignments > 0) return refuse("GIVEN_ON_ALREADY", { count: subAssignments });
  return ok(wish);
}

/** What a person saw before deciding, with what lies below: whoever decides on something else is told so. */
export function seenOf(
  { organizationId, status }: Pick<Delegation, "organizationId" | "status">,
  below: readonly Pick<Network, "changedAt">[],
): string {
  const newest = below.reduce((latest, { changedAt }) => Math.max(latest, changedAt.getTime()), 0);
  return `${organizationId} ${status} ${below.length} ${newest}`;
}

/** The last number of a record. */
export function lastOf({ family, start, value }: Pick<Holding, "family" | "start" | "value">): bigint {
  const first = firstOf({ family, start });
  return first + (family === "ipv6" ? 1n << BigInt(128 - value) : BigInt(value)) - 1n;
}

export function firstOf({ family, start }: Pick<Holding, "family" | "start">): bigint {
  return BigInt(family === "asn" ? start : `0x${start}`);
}
