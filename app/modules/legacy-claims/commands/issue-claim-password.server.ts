// Mails the one-time password to the address of the user who is to become the contact. Whoever sends it never sees it.
// Source: MiLACNIC questions and answers: "You will receive an email containing a password you can use to update the entity."
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { isOpen, passwordLifeMs, triesPerPassword } from "../domain/legacy-claim.ts";
import { hashOneTimePassword, newOneTimePassword } from "../domain/one-time-password.ts";
import { linkToMyLegacy } from "../links.ts";
import { permissions } from "../module.ts";

export type IssuePasswordRefusal = Refusal<"CLAIM_UNKNOWN" | "CLAIM_ENDED" | "USER_INACTIVE" | "CLAIM_FOR_ONESELF">;

type Issued = Result<{ readonly expiresAt: Date }, IssuePasswordRefusal>;

/** Sends a password; one that was sent before works no more, with its tries. */
export function issueClaimPassword(context: Context, { claimId }: { readonly claimId: string }): Promise<Issued> {
  requirePermission(context.actor, permissions, "legacy-claims:administer");
  return inTransaction<Issued>(context, async (within) => {
    await takeWritersLock(within);
    const { actor } = within;
    const claim = await within.database.legacyClaim.findUnique({ where: { id: claimId } });
    if (claim === null) return refuse("CLAIM_UNKNOWN");
    if (!isOpen(claim)) return refuse("CLAIM_ENDED");
    if (actor.kind === "person" && actor.accountId === claim.accountId) return refuse("CLAIM_FOR_ONESELF");
    const account = await getAccount(within, claim.accountId);
    if (!account.isActive) return refuse("USER_INACTIVE", { userId: account.userId });
    const organization = await getOrganization(within, claim.organizationId);
    const password = newOneTimePassword(within.random);
    const passwordHash = hashOneTimePassword(password);
    const issuedAt = within.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + passwordLifeMs);
    await within.database.legacyClaim.update({
      where: { id: claimId },
      data: {
        ...{ state: "issued", passwordHash, issuedAt, expiresAt, triesLeft: triesPerPassword },
        issuedByName: actor.kind === "visitor" ? "" : actor.name,
      },
    });
    await recordAudit(within, {
      action: "legacy-claims:password-issued",
      subjectType: "legacy-claim",
      subjectId: claimId,
      changes: [
        { field: "state", before: claim.state, after: "issued" },
        { field: "expiresAt", before: claim.expiresAt?.toISOString() ?? null, after: expiresAt.toISOString() },
      ],
    });
    await sendMail(within, {
      template: "legacy-claims/one-time-password",
      to: { address: account.email, name: account.name, language: account.language },
      properties: {
        ...{ organizationName: organization.name, ownerId: organization.handle, userId: account.userId, password },
        expiresAt: expiresAt.toISOString(),
        link: `${within.settings.baseUrl}${linkToMyLegacy()}`,
      },
      deduplication: `legacy-claims/one-time-password/${claimId}/${passwordHash.slice(0, 16)}`,
      subject: { type: "legacy-claim", id: claimId },
    });
    return ok({ expiresAt });
  });
}
