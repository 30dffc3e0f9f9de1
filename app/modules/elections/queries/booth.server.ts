// What the booth of one person is given: her roll entries, each with the tag that tells its voting code from any other.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { OwnRollEntry } from "./voter.server.ts";
import { listOwnRollEntries } from "./voter.server.ts";

export interface BoothEntry extends OwnRollEntry {
  /**
   * Lets her browser see before voting whether a code was issued to this organisation.
   * Privacy: from the tag nobody can compute a code or a credential (domain/eligibility-tag.ts).
   */
  readonly eligibilityTag: string | null;
}

/** The roll entries for which a person may vote in one election. */
export async function listBoothEntries(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<BoothEntry[]> {
  const entries = await listOwnRollEntries(context, { electionId, accountId });
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, contactAccountId: accountId },
    select: { id: true, eligibilityTag: true },
  });
  const tagOf = new Map(rows.map(({ id, eligibilityTag }) => [id, eligibilityTag]));
  return entries.map((entry) => ({ ...entry, eligibilityTag: tagOf.get(entry.id) ?? null }));
}
