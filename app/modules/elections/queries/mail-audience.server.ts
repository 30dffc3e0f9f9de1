// Whom mails of an election reach: the roll's contacts, and whether their entry has voted, which only the roll's own flag says.
// Privacy: for counting and sending only. No page lists who has not voted.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { permissions } from "../module.ts";

export interface AudienceEntry {
  readonly rollEntryId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly votes: number;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: Language;
  readonly hasVoted: boolean;
}

/** Everybody who stands on the roll now, in the order of the handles. */
export async function listMailAudience(context: ReadingContext, electionId: string): Promise<AudienceEntry[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, struckAt: null },
    orderBy: { organizationHandle: "asc" },
    select: {
      id: true,
      organizationHandle: true,
      organizationName: true,
      country: true,
      votes: true,
      contactName: true,
      contactEmail: true,
      mendedEmail: true,
      contactLanguage: true,
      hasVoted: true,
    },
  });
  return rows.map(({ id, contactLanguage, mendedEmail, ...row }) => ({
    ...row,
    contactEmail: postalAddressOf({ ...row, mendedEmail }),
    rollEntryId: id,
    contactLanguage: isLanguage(contactLanguage) ? contactLanguage : defaultLanguage,
  }));
}
