// The entry of somebody who has no account, as a change of the roll puts it there: a person, or an organisation without a contact of its own.
// Security: as with a list, nobody is put in the place of a contact whom the register knows.
import type { Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findOnlyAccountsByEmail } from "#app/modules/accounts/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";
import type { PlannedEntry, RollFacts } from "../domain/planned-entry.ts";
import type { ListedPerson, RollChangeRefusal, RollChangeWish } from "../domain/roll-change.ts";
import { areVotes } from "../domain/roll-change.ts";
import { hasOwnContact } from "../domain/roll-right.ts";
import { numberOfPerson } from "../domain/roll-names.ts";

type Planned = Promise<Result<PlannedEntry, RollChangeRefusal>>;

/** A new entry for the person of the wish. */
export function planListedEntry(
  context: ReadingContext,
  election: RollFacts,
  { wish, person }: { readonly wish: RollChangeWish; readonly person: ListedPerson },
): Planned {
  return election.electorate === "individuals"
    ? planPerson(context, election, person)
    : planOrganization(context, election, { wish, person });
}

/** The columns that say who votes by the link. */
export async function contactColumnsOf(context: ReadingContext, person: ListedPerson) {
  const email = person.email.trim().toLowerCase();
  const accountOf = await findOnlyAccountsByEmail(context, [email]);
  return {
    contactAccountId: accountOf.get(email) ?? null,
    contactName: person.name.trim(),
    contactEmail: email,
    contactLanguage: person.language,
  };
}

export function isWholePerson({ name, email, language, country }: ListedPerson): boolean {
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  return name.trim() !== "" && isAddress && isLanguage(language) && /^([A-Za-z]{2})?$/.test(country.trim());
}

async function planPerson(context: ReadingContext, { id: electionId }: RollFacts, person: ListedPerson): Planned {
  const contact = await contactColumnsOf(context, person);
  const there = await context.database.rollEntry.findFirst({
    where: { electionId, contactEmail: contact.contactEmail },
    select: { organizationHandle: true },
  });
  if (there !== null) return refuse("ROLL_ENTRY_ALREADY_THERE", { handle: there.organizationHandle });
  // Why the count: entries are struck and never deleted, so the next number is nobody's.
  const number = numberOfPerson((await context.database.rollEntry.count({ where: { electionId } })) + 1);
  return ok({
    ...{ organizationId: null, organizationHandle: number, organizationName: number },
    ...{ class: "individual", category: "individual", votes: 1, rollChannel: "link" },
    country: person.country.trim().toUpperCase(),
    explanation: { source: "added" },
    ...contact,
  });
}

async function planOrganization(
  context: ReadingContext,
  election: RollFacts,
  { wish, person }: { readonly wish: RollChangeWish; readonly person: ListedPerson },
): Planned {
  const handle = wish.handle.trim().toUpperCase();
  const there = await context.database.rollEntry.findFirst({
    where: { electionId: election.id, organizationHandle: handle },
    select: { id: true },
  });
  if (there !== null) return refuse("ROLL_ENTRY_ALREADY_THERE", { handle });
  const contact = await contactColumnsOf(context, person);
  const known = await findOrganizationByHandle(context, handle);
  if (known !== undefined) {
    const asked = { organizationIds: [known.id], withBlocks: true };
    const [right] = await votingRightsOn(context, election.rollDate, asked);
    if (right === undefined) return refuse("ROLL_ORGANIZATION_UNKNOWN");
    if (hasOwnContact(right)) return refuse("ORGANIZATION_HAS_CONTACT");
    const { organizationId, name, country, class: memberClass, category, votes, explanation } = right;
    return ok({
      ...{ organizationId, organizationHandle: handle, organizationName: name, country, class: memberClass },
      ...{ category, votes: wish.votes ?? votes, explanation, rollChannel: "link", ...contact },
    });
  }
  const name = person.organizationName.trim();
  if (handle === "" || name === "") return refuse("ROLL_PERSON_INVALID");
  if (wish.votes === null || !areVotes(wish.votes)) return refuse("ROLL_VOTES_INVALID");
  return ok({
    ...{ organizationId: null, organizationHandle: handle, organizationName: name },
    ...{ class: "national-registry", category: "national-registry", votes: wish.votes, rollChannel: "link" },
    country: person.country.trim().toUpperCase(),
    explanation: { source: "added" },
    ...contact,
  });
}
