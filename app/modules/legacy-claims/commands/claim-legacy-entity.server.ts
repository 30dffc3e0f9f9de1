// Becomes the contact of a legacy entity with its OWNER-ID and the one-time password.
// Source: MiLACNIC questions and answers: "The authenticated user (USER ID) will be the contact for these resources".
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { networkOf } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Organization } from "#app/modules/organizations/index.ts";
import { findOrganizationByHandle, listContactsOf, setContactWithin } from "#app/modules/organizations/index.server.ts";
import { handOverContacts } from "#app/modules/resources/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { attemptsOfNetwork, attemptsOfPerson } from "../domain/attempt-allowances.ts";
import type { AttemptReason, LegacyClaim } from "../domain/legacy-claim.ts";
import { judgeAttempt } from "../domain/legacy-claim.ts";
import { hashOneTimePassword } from "../domain/one-time-password.ts";
import type { ClaimEntityInput } from "./claim-legacy-entity.input.ts";
import { tellOfNewContact } from "./tell-former-contacts.server.ts";

export interface ClaimedEntity {
  readonly ownerId: string;
  readonly resources: readonly string[];
}

export type ClaimEntityRefusal = Refusal<"CLAIM_REFUSED" | "TOO_MANY_ATTEMPTS">;

/**
 * The person becomes administrative contact of the entity (who edits its information: "the information about the entity … must first be
 * updated") and technical, routing and abuse contact of its resources ("will be able to manage them"). Billing and membership
 * contact stay: who pays and who votes is not what the password was given for.
 *
 * Security: every refusal is the same code, asks the same of the database and writes as much; only the desk learns the reason.
 */
export async function claimLegacyEntity(
  context: PersonContext,
  { ownerId, password }: ClaimEntityInput,
  clientAddress: string,
): Promise<Result<ClaimedEntity, ClaimEntityRefusal>> {
  const { accountId } = context.actor;
  for (const [allowance, key] of [
    [attemptsOfNetwork, networkOf(clientAddress)],
    [attemptsOfPerson, accountId],
  ] as const) {
    const admission = await admitAttempt(context, allowance, key);
    if (!admission.isAdmitted)
      return refuse("TOO_MANY_ATTEMPTS", { minutes: Math.ceil(admission.retryAfterSeconds / 60) });
  }
  const typedHash = hashOneTimePassword(password);
  const outcome = await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const organization = await findOrganizationByHandle(within, ownerId);
    const claims = await within.database.legacyClaim.findMany({
      where: { organizationId: organization?.id ?? "" },
      orderBy: { openedAt: "asc" },
    });
    const now = within.clock.now();
    const attempt = judgeAttempt(organization === undefined ? undefined : claims, { accountId, typedHash, now });
    if (attempt.kind === "right" && organization !== undefined) {
      return ok(await takeOver(within, organization, attempt.claim, accountId));
    }
    const reason = attempt.kind === "refused" ? attempt.reason : "unknown-owner-id";
    await countRefusal(within, { reason, claim: attempt.claim, organization });
    // Why not a refusal: it would undo the try that was just counted.
    return ok(undefined);
  });
  return outcome.value === undefined ? refuse("CLAIM_REFUSED") : ok(outcome.value);
}

async function takeOver(
  within: ContextWithin,
  organization: Organization,
  claim: LegacyClaim,
  accountId: string,
): Promise<ClaimedEntity> {
  const organizationId = organization.id;
  await within.database.legacyClaim.update({
    where: { id: claim.id },
    data: { state: "claimed", passwordHash: null, triesLeft: 0, endedAt: within.clock.now() },
  });
  await recordAudit(within, {
    action: "legacy-claims:claimed",
    subjectType: "legacy-claim",
    subjectId: claim.id,
    changes: [{ field: "state", before: claim.state, after: "claimed" }],
    details: { organization: organization.handle },
  });
  await endOtherClaims(within, organization, claim.id);
  const contactsBefore = await listContactsOf(within, [organizationId]);
  const set = await setContactWithin(within, { organizationId, role: "administrative", accountId });
  if (!set.ok && set.error.code !== "CONTACT_UNCHANGED")
    throw new Error(`the contact cannot be set: ${set.error.code}`);
  const { resources, formerContactIds } = await handOverContacts(within, { organizationId, accountId });
  await tellOfNewContact(within, {
    ...{ organization, resources, claimId: claim.id },
    formerContactIds: [...contactsBefore.map((contact) => contact.accountId), ...formerContactIds],
  });
  return { ownerId: organization.handle, resources };
}

/** Security: another password for the same entity would take it from its new contact days later. The desk opens a new request if it must. */
async function endOtherClaims(within: ContextWithin, organization: Organization, claimId: string): Promise<void> {
  const others = await within.database.legacyClaim.findMany({
    where: { organizationId: organization.id, id: { not: claimId }, state: { in: ["requested", "issued"] } },
  });
  for (const { id, state } of others) {
    await within.database.legacyClaim.update({
      where: { id },
      data: { state: "revoked", passwordHash: null, endedAt: within.clock.now() },
    });
    await recordAudit(within, {
      action: "legacy-claims:revoked",
      subjectType: "legacy-claim",
      subjectId: id,
      changes: [{ field: "state", before: state, after: "revoked" }],
      details: { organization: organization.handle },
    });
  }
}

interface CountedRefusal {
  readonly reason: AttemptReason;
  readonly claim: LegacyClaim | undefined;
  readonly organization: Organization | undefined;
}

/** Privacy: what was typed is not kept where it names no entity; people type passwords into the wrong field. */
async function countRefusal(within: ContextWithin, { reason, claim, organization }: CountedRefusal): Promise<void> {
  // Security: the same statement for every reason; it finds no row where no try is to be counted.
  await within.database.legacyClaim.updateMany({
    where: { id: reason === "wrong-password" ? (claim?.id ?? "") : "" },
    data: { triesLeft: { decrement: 1 } },
  });
  await recordAudit(within, {
    action: "legacy-claims:refused",
    subjectType: "legacy-claim",
    subjectId: claim?.id ?? "unknown",
    details: { reason, organization: organization?.handle ?? "" },
  });
}
