// Opens every command of the commission on a claim: the writers' lock, the claim as it is now, and who may not touch it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { ClaimState } from "../domain/claim-kinds.ts";
import { isUndecided } from "../domain/claim-kinds.ts";
import { permissions } from "../module.ts";

export type Commissioner = Extract<Actor, { kind: "person" }>;

/** A person of the commission. Why a person: a decision has an author. */
export function requireCommissioner({ actor }: Context | ContextWithin): Commissioner {
  requirePermission(actor, permissions, "claims:decide");
  if (actor.kind !== "person") throw new NotPermitted("claims:decide", actor);
  return actor;
}

/** The claim, with nobody else writing until the transaction ends. */
export async function lockClaim(within: ContextWithin, claimId: string) {
  await takeWritersLock(within);
  const claim = await within.database.claim.findUnique({ where: { id: claimId }, include: { conflicts: true } });
  return claim ?? undefined;
}

export type LockedClaim = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;

export type UndecidedRefusal = Refusal<"CLAIM_UNKNOWN" | "CLAIM_ALREADY_DECIDED" | "CLAIM_WITHDRAWN">;

/** Only a claim that is still open is worked on. */
export function requireUndecided(claim: LockedClaim | undefined): Result<LockedClaim, UndecidedRefusal> {
  if (claim === undefined) return refuse("CLAIM_UNKNOWN");
  if (claim.state === "withdrawn") return refuse("CLAIM_WITHDRAWN");
  return isUndecided(claim.state as ClaimState) ? ok(claim) : refuse("CLAIM_ALREADY_DECIDED");
}
