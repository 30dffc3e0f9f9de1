// Notes who asked the hostmaster for a legacy entity, for which user, and what showed that they may; and ends a request.
// Source: MiLACNIC questions and answers: "When you email the hostmaster, don't forget to include the Owner-ID and the User-ID".
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findAccountByUserId } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { isOpen } from "../domain/legacy-claim.ts";
import { permissions } from "../module.ts";
import type { OpenClaimInput } from "./desk-forms.input.ts";

export type OpenClaimRefusal = Refusal<
  | "OWNER_ID_UNKNOWN"
  | "ENTITY_NOT_LEGACY"
  | "USER_ID_UNKNOWN"
  | "USER_INACTIVE"
  | "CLAIM_FOR_ONESELF"
  | "CLAIM_ALREADY_OPEN"
>;

type Opened = Result<{ readonly claimId: string }, OpenClaimRefusal>;

/** Security: nobody at the desk opens a claim for their own user, so no single person takes an entity alone. */
export function openLegacyClaim(
  context: Context,
  { ownerId, userId, requestedBy, evidence }: OpenClaimInput,
): Promise<Opened> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return inTransaction<Opened>(context, async (within) => {
    await takeWritersLock(within);
    const { actor, database } = within;
    const organization = await findOrganizationByHandle(within, ownerId);
    if (organization === undefined) return refuse("OWNER_ID_UNKNOWN", { ownerId });
    const organizationId = organization.id;
    const isLegacy = (await database.legacyEntity.count({ where: { organizationId } })) > 0;
    if (!isLegacy) return refuse("ENTITY_NOT_LEGACY", { ownerId: organization.handle });
    const account = await findAccountByUserId(within, userId);
    if (account === undefined) return refuse("USER_ID_UNKNOWN", { userId });
    const { accountId } = account;
    if (!account.isActive) return refuse("USER_INACTIVE", { userId: account.userId });
    if (actor.kind === "person" && actor.accountId === accountId) return refuse("CLAIM_FOR_ONESELF");
    const open = { organizationId, accountId, state: { in: ["requested", "issued"] } };
    if ((await database.legacyClaim.count({ where: open })) > 0) {
      return refuse("CLAIM_ALREADY_OPEN", { ownerId: organization.handle, userId: account.userId });
    }
    const claimId = randomIdentifier(within.random);
    await database.legacyClaim.create({
      data: {
        ...{ id: claimId, organizationId, accountId, requestedBy, evidence, state: "requested" },
        ...{ openedAt: within.clock.now(), openedByName: actor.kind === "visitor" ? "" : actor.name },
      },
    });
    await recordAudit(within, {
      action: "legacy-claims:opened",
      subjectType: "legacy-claim",
      subjectId: claimId,
      changes: [
        { field: "organization", before: null, after: organization.handle },
        { field: "contact", before: null, after: `${account.name} (${account.userId})` },
        { field: "requestedBy", before: null, after: requestedBy },
        { field: "reason", before: null, after: evidence },
      ],
    });
    return ok({ claimId });
  });
}

export type EndClaimRefusal = Refusal<"CLAIM_UNKNOWN" | "CLAIM_ENDED">;

/** Ends a request; a password that was mailed works no more. */
export function revokeLegacyClaim(
  context: Context,
  { claimId }: { readonly claimId: string },
): Promise<Result<void, EndClaimRefusal>> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return inTransaction<Result<void, EndClaimRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const claim = await within.database.legacyClaim.findUnique({ where: { id: claimId } });
    if (claim === null) return refuse("CLAIM_UNKNOWN");
    if (!isOpen(claim)) return refuse("CLAIM_ENDED");
    await within.database.legacyClaim.update({
      where: { id: claimId },
      data: {
        ...{ state: "revoked", passwordHash: null, endedAt: within.clock.now() },
        endedByName: within.actor.kind === "visitor" ? "" : within.actor.name,
      },
    });
    await recordAudit(within, {
      action: "legacy-claims:revoked",
      subjectType: "legacy-claim",
      subjectId: claimId,
      changes: [{ field: "state", before: claim.state, after: "revoked" }],
    });
    return ok(undefined);
  });
}
