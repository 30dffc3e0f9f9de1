// The voters that came with a list, as rights that the roll can take in.
import { findOnlyAccountsByEmail } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { RollRight } from "../domain/roll-right.ts";
import { numberOfPerson } from "../domain/roll-names.ts";
import { hasOwnContact } from "../domain/roll-right.ts";

/** How many voters the list of an election has. */
export function countImportedVoters(context: ReadingContext, electionId: string): Promise<number> {
  return context.database.importedVoter.count({ where: { electionId } });
}

/** Each person one vote, under a number. Privacy: the public roll shows the number; the name is in the hidden part of the entry. */
export async function individualRights(context: ReadingContext, electionId: string): Promise<RollRight[]> {
  const voters = await listVoters(context, electionId);
  const accountOf = await accountsOf(context, voters);
  return voters.map((voter, position) => {
    const number = numberOfPerson(position + 1);
    return {
      organizationId: null,
      handle: number,
      name: number,
      country: voter.country,
      class: "individual",
      category: "individual",
      votes: 1,
      explanation: { source: "imported", line: voter.line },
      contact: contactOf(voter, accountOf),
      channel: "link",
      isEntitled: true,
    };
  });
}

/**
 * The register's rights, and where it knows no contact who can vote, the one of the imported list: she votes by link. An
 * organisation that only a national registry knows comes in with the votes of its line. Security: a list never takes a contact's
 * place, not even when the register learned of her after the list was read.
 */
export async function withImportedContacts(
  context: ReadingContext,
  electionId: string,
  rights: readonly RollRight[],
): Promise<readonly RollRight[]> {
  const voters = await listVoters(context, electionId);
  if (voters.length === 0) return rights;
  const accountOf = await accountsOf(context, voters);
  const listed = new Map(voters.map((voter) => [voter.handle, voter]));
  const known = new Set(rights.map(({ handle }) => handle));
  const merged = rights.map((right): RollRight => {
    const voter = listed.get(right.handle);
    if (voter === undefined || hasOwnContact(right)) return right;
    // Why the reasons fall: where only the contact was missing, the list brings one.
    const reasonsNot = (right.reasonsNot ?? []).filter((reason) => reason !== "NO_MEMBERSHIP_CONTACT");
    const isEntitled = right.votes > 0 && reasonsNot.length === 0;
    return { ...right, contact: contactOf(voter, accountOf), channel: "link", isEntitled, reasonsNot };
  });
  const strangers = voters
    .filter(({ handle }) => !known.has(handle))
    .map((voter): RollRight => ({
      organizationId: null,
      handle: voter.handle,
      name: voter.organizationName,
      country: voter.country,
      class: "national-registry",
      category: "national-registry",
      votes: voter.votes,
      explanation: { source: "imported", line: voter.line },
      contact: contactOf(voter, accountOf),
      channel: "link",
      isEntitled: true,
    }));
  return [...merged, ...strangers];
}

function listVoters(context: ReadingContext, electionId: string) {
  return context.database.importedVoter.findMany({ where: { electionId }, orderBy: { line: "asc" } });
}

type Voter = Awaited<ReturnType<typeof listVoters>>[number];

function accountsOf(context: ReadingContext, voters: readonly Voter[]): Promise<ReadonlyMap<string, string>> {
  return findOnlyAccountsByEmail(
    context,
    voters.map(({ email }) => email),
  );
}

function contactOf({ name, email, language }: Voter, accountOf: ReadonlyMap<string, string>) {
  return { accountId: accountOf.get(email) ?? null, name, email, language };
}
