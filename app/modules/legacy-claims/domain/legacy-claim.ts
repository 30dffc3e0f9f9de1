// A claim on a legacy entity: what stands of it at an instant, and what becomes of an attempt to use its password.
// Source: MiLACNIC questions and answers, "How do I update the information … which has not been assigned to me by LACNIC?"
import { isSameHash } from "./one-time-password.ts";

/** How long a password works. */
export const passwordLifeMs = 14 * 24 * 60 * 60_000;
/** How often it may be typed wrong. */
export const triesPerPassword = 5;
/** Resources from before this day are likely legacy: the registry of the region began later. */
export const likelyLegacyBefore = "1997-01-01";

export interface LegacyClaim {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly state: string;
  readonly passwordHash: string | null;
  readonly expiresAt: Date | null;
  readonly triesLeft: number;
}

/** What the desk shows. */
export type ClaimStanding = "requested" | "issued" | "expired" | "used-up" | "claimed" | "revoked";

export function standingOf(claim: LegacyClaim, now: Date): ClaimStanding {
  if (claim.state === "claimed" || claim.state === "revoked") return claim.state;
  if (claim.state !== "issued" || claim.expiresAt === null) return "requested";
  if (claim.triesLeft <= 0) return "used-up";
  return claim.expiresAt > now ? "issued" : "expired";
}

/** Whether it may still become something: a new password may be sent, or it may be revoked. */
export function isOpen(claim: Pick<LegacyClaim, "state">): boolean {
  return claim.state === "requested" || claim.state === "issued";
}

/** Why an attempt was refused: for the desk alone. */
export type AttemptReason =
  | "unknown-owner-id"
  | "no-claim"
  | "another-user"
  | "not-issued"
  | "wrong-password"
  | "expired"
  | "used-up"
  | "revoked"
  | "claimed";

export type Attempt =
  | { readonly kind: "right"; readonly claim: LegacyClaim }
  | { readonly kind: "refused"; readonly reason: AttemptReason; readonly claim: LegacyClaim | undefined };

const standings = {
  requested: "not-issued",
  "used-up": "used-up",
  expired: "expired",
  claimed: "claimed",
  revoked: "revoked",
} as const;

/**
 * Decides about an attempt with the claims of the entity that was named (oldest first; none where there is no such entity).
 *
 * Security: only a claim of this user can be right or lose a try; whoever tries for others makes nobody's password expire.
 */
export function judgeAttempt(
  claims: readonly LegacyClaim[] | undefined,
  { accountId, typedHash, now }: { readonly accountId: string; readonly typedHash: string; readonly now: Date },
): Attempt {
  const refused = (reason: AttemptReason, claim?: LegacyClaim): Attempt => ({ kind: "refused", reason, claim });
  const fitting = (claims ?? []).filter(({ passwordHash }) => isSameHash(passwordHash ?? nobodysHash, typedHash));
  if (claims === undefined) return refused("unknown-owner-id");
  const own = claims.filter((claim) => claim.accountId === accountId);
  const claim = own.find(isOpen) ?? own.at(-1);
  if (claim === undefined) return refused(fitting.length > 0 ? "another-user" : "no-claim");
  const standing = standingOf(claim, now);
  if (standing !== "issued") return refused(standings[standing], claim);
  return fitting.includes(claim) ? { kind: "right", claim } : refused("wrong-password", claim);
}

const nobodysHash = "00".repeat(32);
