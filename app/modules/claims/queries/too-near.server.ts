// Whether a commissioner is too near to a claim to take part in it. Source: Conflicts of Interest Regulations for Election Processes (2024).
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { findCandidacy, isPartyToContest } from "#app/modules/candidacies/index.server.ts";
import { findLinkVoterOfEntry } from "#app/modules/elections/index.server.ts";
import { addressKey } from "#app/modules/notifications/index.server.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface ClaimOfSomebody {
  readonly electionId: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly organizationId: string;
  readonly filedBy: string;
  /** Of a voter without an account. */
  readonly rollEntryId: string | null;
  readonly filedByEmail: string;
  readonly conflicts: readonly { readonly accountId: string }[];
}

/**
 * Who filed it, declared a conflict or acts for the organisation that claims; and, where candidates or the result are the matter, who stands
 * or acts for an organisation that nominated or supported somebody in that contest.
 *
 * Why not only what was declared: whoever is a party is one whether she says so or not.
 */
export async function isTooNear(context: ReadingContext, claim: ClaimOfSomebody, accountId: string): Promise<boolean> {
  if (claim.filedBy === accountId || claim.conflicts.some((conflict) => conflict.accountId === accountId)) return true;
  // Why: who votes by link may have an account under the same address, and sit in the commission.
  const voter = claim.rollEntryId === null ? undefined : await findLinkVoterOfEntry(context, claim.rollEntryId);
  if (voter?.accountId === accountId) return true;
  // Why the address too: she may hold the entry no longer.
  if (claim.filedByEmail !== "" && (await hasAddress(context, accountId, claim.filedByEmail))) return true;
  if ((await rolesOfPersonIn(context, accountId, claim.organizationId)).length > 0) return true;
  if (claim.kind === "roll") return false;
  return isPartyToContest(context, accountId, await contestOf(context, claim));
}

async function hasAddress(context: ReadingContext, accountId: string, address: string): Promise<boolean> {
  return addressKey((await getAccount(context, accountId)).email) === addressKey(address);
}

/** The contest of the candidacy that a claim is about; all contests of the election where it names none. */
async function contestOf(context: ReadingContext, { electionId, kind, subjectId }: ClaimOfSomebody) {
  if (kind !== "candidate" || subjectId === null) return { electionId };
  const candidacy = await findCandidacy(context, subjectId);
  return candidacy?.electionId === electionId ? { electionId, contestId: candidacy.contestId } : { electionId };
}
