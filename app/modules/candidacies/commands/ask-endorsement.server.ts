// The candidate, or who nominated, asks another member for its support: its membership contact gets a mail.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findOrganizationByHandle, listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isAlive } from "../domain/candidacy-state.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";
import { getCallOf } from "../queries/call.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";
import { mailSupporter } from "./mail-candidates.server.ts";

export type AskEndorsementRefusal =
  | StageRefusal
  | Refusal<
      | "CANDIDACY_UNKNOWN"
      | "CANDIDACY_OVER"
      | "ORGANIZATION_UNKNOWN"
      | "OWN_NOMINATION"
      | "ALREADY_ASKED"
      | "NO_MEMBERSHIP_CONTACT"
      | "TOO_MANY_ASKED"
    >;

/** Privacy: nobody mails the whole membership through us. */
export const mostAsked = 20;

export async function askEndorsement(
  context: PersonContext,
  { candidacyId, handle }: { readonly candidacyId: string; readonly handle: string },
): Promise<Result<{ readonly organizationName: string }, AskEndorsementRefusal>> {
  return inTransaction<Result<{ readonly organizationName: string }, AskEndorsementRefusal>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const candidacy = await findCandidacy(within, candidacyId);
      const isTheirs = [candidacy?.accountId, candidacy?.nominatorAccountId].includes(context.actor.accountId);
      if (candidacy === undefined || !isTheirs) return refuse("CANDIDACY_UNKNOWN");
      const open = await requireEndorsable(within, candidacy);
      if (!open.ok) return open;
      const organization = await findOrganizationByHandle(within, handle);
      if (organization === undefined) return refuse("ORGANIZATION_UNKNOWN", { handle });
      const { id: organizationId, name: organizationName } = organization;
      if (organizationId === candidacy.organizationId)
        return refuse("OWN_NOMINATION", { organization: organizationName });
      const asked = await within.database.endorsement.findMany({ where: { candidacyId } });
      if (asked.some((each) => each.organizationId === organizationId))
        return refuse("ALREADY_ASKED", { organization: organizationName });
      // Why without those who declined: their place is free for another, and they are not asked again.
      const used = asked.filter(({ askedAt, declinedAt }) => askedAt !== null && declinedAt === null).length;
      if (used >= mostAsked) return refuse("TOO_MANY_ASKED", { most: mostAsked });
      const [contact] = await listContactsOf(within, [organizationId], "membership");
      if (contact === undefined) return refuse("NO_MEMBERSHIP_CONTACT", { organization: organizationName });
      await recordAudit(within, {
        action: "candidacies:endorsement-asked",
        subjectType: "candidacy",
        subjectId: candidacyId,
        details: { organizationId, organizationName },
      });
      await within.database.endorsement.create({
        data: {
          id: randomIdentifier(within.random),
          candidacyId,
          organizationId,
          organizationName,
          askedAt: within.clock.now(),
        },
      });
      const { contest } = await getCallOf(within, candidacy);
      await mailSupporter(within, { candidacy, contest, to: contact, organization });
      return ok({ organizationName });
    },
  );
}

/** Support can be asked for and given from the acceptance until the list is published, in the stage for it. */
export async function requireEndorsable(
  within: ContextWithin,
  { state, electionId }: Candidacy,
): Promise<Result<undefined, StageRefusal | Refusal<"CANDIDACY_OVER">>> {
  if (!isAlive(state) || state === "nominated" || state === "published") return refuse("CANDIDACY_OVER");
  return requireCallStage(within, electionId, "endorsements");
}
