// Whom a mail reaches: the roll once it is frozen, before that the membership contacts of the register (nobody yet where the roll
// will not come from the register: tests and elections of individuals).
import { listMailAudience } from "#app/modules/elections/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import { listContactsOf, listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { AudienceCounts } from "../domain/audience-guard.ts";
import type { Audience } from "../domain/campaign-kinds.ts";
import type { MailGroup, Reached } from "../domain/mail-groups.ts";
import { groupByAddress } from "../domain/mail-groups.ts";

export interface AudienceWish {
  readonly audience: Audience;
  readonly countries: readonly string[];
  readonly languages: readonly Language[];
}

type AskedElection = Pick<ElectionView, "id" | "rollFrozenAt" | "isTest" | "electorate">;

export interface FoundAudience {
  readonly counts: AudienceCounts;
  /** One for each mail. */
  readonly groups: readonly MailGroup[];
}

/** The mails that it takes, and the counts by which it is judged. */
export async function findAudience(
  context: ReadingContext,
  election: AskedElection,
  { audience, countries, languages }: AudienceWish,
): Promise<FoundAudience> {
  const everybody = await listEverybody(context, election);
  const fitting = everybody.filter(
    ({ reached: { country, language } }) =>
      (countries.length === 0 || countries.includes(country)) &&
      (languages.length === 0 || languages.includes(language)),
  );
  const wanted = fitting.filter(({ hasVoted }) => audience === "all" || !hasVoted).map(({ reached }) => reached);
  const isNarrowed = countries.length > 0 || languages.length > 0;
  const others = {
    entries: everybody.length - fitting.length,
    reached: everybody.filter(({ hasVoted }) => audience === "all" || !hasVoted).length - wanted.length,
  };
  return {
    counts: { audience, isNarrowed, entries: fitting.length, reached: wanted.length, others },
    groups: groupByAddress(wanted),
  };
}

/** The countries of the roll (or of the register), for the form. */
export async function listAudienceCountries(context: ReadingContext, election: AskedElection): Promise<string[]> {
  const { groups } = await findAudience(context, election, { audience: "all", countries: [], languages: [] });
  return [...new Set(groups.flatMap(({ entries }) => entries.map(({ country }) => country)))].sort();
}

interface Candidate {
  readonly reached: Reached;
  readonly hasVoted: boolean;
}

async function listEverybody(context: ReadingContext, election: AskedElection): Promise<Candidate[]> {
  if (election.rollFrozenAt !== null) return listRoll(context, election.id);
  // Why nobody: real members must not get the mails of a test, nor organisations those of an election of individuals.
  if (election.isTest || election.electorate === "individuals") return [];
  return listRegister(context);
}

async function listRoll(context: ReadingContext, electionId: string): Promise<Candidate[]> {
  const entries = await listMailAudience(context, electionId);
  return entries.map(({ rollEntryId, contactEmail, contactLanguage, hasVoted, ...entry }) => ({
    hasVoted,
    reached: { ...entry, subjectId: rollEntryId, address: contactEmail, language: contactLanguage },
  }));
}

async function listRegister(context: ReadingContext): Promise<Candidate[]> {
  const contacts = await listContactsOf(context, "all", "membership");
  const organizations = new Map((await listOrganizationLines(context, "all")).map((line) => [line.id, line]));
  return contacts.flatMap(({ organizationId, name, email, language }): Candidate[] => {
    const organization = organizations.get(organizationId);
    if (organization === undefined) return [];
    const { id: subjectId, name: organizationName, handle: organizationHandle, country } = organization;
    const reached = { subjectId, organizationName, organizationHandle, country, votes: 0 };
    return [{ hasVoted: false, reached: { ...reached, contactName: name, address: email, language } }];
  });
}
