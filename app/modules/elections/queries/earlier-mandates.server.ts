// The cooling-off: a membership contact who was named shortly before the opening does not vote in this election; the one before does.
// Source: requirements of mandates (AFRINIC 2025: a mandate changed hands days before the vote).
import { findEarlierContacts } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

interface RightWithContact {
  /** Null: an organisation that only a national registry knows. */
  readonly organizationId: string | null;
  readonly explanation: unknown;
  readonly contact: {
    readonly accountId: string | null;
    readonly name: string;
    readonly email: string;
    readonly language: string;
  } | null;
}

/** The instant after which a new membership contact comes too late for the election. */
export function coolingOffBegins(election: { readonly opensAt: Date; readonly coolingOffDays: number }): Date {
  return new Date(election.opensAt.getTime() - election.coolingOffDays * 24 * 60 * 60_000);
}

/**
 * The rights with the contact who votes. Where the cooling-off puts an earlier one in the place of the present one, the entry's
 * explanation says so. Who was named where nobody was before votes: nobody's mandate was taken.
 */
export async function withEarlierMandates<Right extends RightWithContact>(
  context: ReadingContext,
  election: { readonly opensAt: Date; readonly coolingOffDays: number },
  rights: readonly Right[],
): Promise<readonly Right[]> {
  if (election.coolingOffDays === 0) return rights;
  const at = coolingOffBegins(election);
  const earlier = await findEarlierContacts(context, { role: "membership", at });
  return rights.map((right) => {
    const contact = earlier.get(right.organizationId ?? "");
    if (contact === undefined || right.contact?.accountId === contact.accountId) return right;
    const { accountId, name, email, language } = contact;
    const mandate = {
      rule: "cooling-off",
      days: election.coolingOffDays,
      begins: at.toISOString(),
      insteadOf: right.contact?.name ?? "",
    };
    return {
      ...right,
      contact: { accountId, name, email, language },
      explanation: { ...(right.explanation as object), mandate },
    };
  });
}
