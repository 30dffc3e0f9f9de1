// How somebody comes to stand in the demonstration: nominated by a member, supported by others, with a file of her own.
import { expectOk } from "#app/lib/result/index.ts";
import {
  acceptNomination,
  answerEndorsement,
  nominateCandidate,
  saveAnswers,
  saveBiography,
  storePhoto,
} from "#app/modules/candidacies/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import type { SeededHouse, SeededMember } from "./demonstration-house.ts";
import { addressOf, as, drawPortrait, memberNamed } from "./demonstration-house.ts";

export interface Standing {
  readonly contest: { readonly electionId: string; readonly contestId: string };
  readonly person: PersonActor;
  readonly language: Language;
  readonly citizenship: string;
  readonly employer: string;
  /** The member that nominates. */
  readonly nominatedBy: string;
  readonly statement: string;
}

/** The member's contact proposes the person, who gets a mail. */
export async function nominate(house: SeededHouse, standing: Standing): Promise<string> {
  const { contest, person, language, citizenship, employer, statement } = standing;
  const { organizationId, contact }: SeededMember = await memberNamed(house.context, standing.nominatedBy);
  const { candidacyId } = expectOk(
    await nominateCandidate(as(house, contact), {
      ...contest,
      organizationId,
      isSelf: false,
      ...{ name: person.name, email: await addressIn(house, person), language },
      ...{ country: citizenship, citizenships: [citizenship], employer, employerGroup: "", statement },
    }),
  );
  return candidacyId;
}

/** Nominated, and accepted by the person herself. */
export async function accepted(house: SeededHouse, standing: Standing): Promise<string> {
  const candidacyId = await nominate(house, standing);
  const { person, citizenship, employer } = standing;
  const facts = { name: person.name, country: citizenship, citizenships: [citizenship], employer, employerGroup: "" };
  expectOk(await acceptNomination(as(house, person), { candidacyId, ...facts }));
  return candidacyId;
}

async function addressIn({ context }: SeededHouse, { accountId, name }: PersonActor): Promise<string> {
  const account = await context.database.account.findUnique({ where: { id: accountId } });
  return account?.email ?? addressOf(name);
}

export async function support(house: SeededHouse, candidacyId: string, members: readonly string[]): Promise<void> {
  for (const name of members) {
    const { organizationId, contact } = await memberNamed(house.context, name);
    expectOk(await answerEndorsement(as(house, contact), { candidacyId, organizationId, endorses: true }));
  }
}

export interface FileWish {
  readonly biography: Trilingual;
  readonly experience: string;
  readonly reasons: string;
  readonly hue: number;
}

/** Everything that the file must have. */
export async function fillFile(
  house: SeededHouse,
  person: PersonActor,
  candidacyId: string,
  { biography, experience, reasons, hue }: FileWish,
): Promise<void> {
  const candidate = as(house, person);
  expectOk(await saveBiography(candidate, { candidacyId, ...biography, links: [] }));
  const typed = { ...answersOfForm, "words.experience": experience, "words.reasons": reasons };
  expectOk(await saveAnswers(candidate, { candidacyId, typed }));
  expectOk(await storePhoto(candidate, { candidacyId, uploaded: await drawPortrait(hue) }));
}

/** What somebody answers against whom nothing speaks. */
const answersOfForm: Readonly<Record<string, string>> = {
  "choice.other-body": "no",
  "choice.staff": "no",
  "choice.supplier": "no",
  "choice.dispute": "no",
  "choice.time": "yes",
  "choice.convictions": "no",
  "choice.bankruptcy": "no",
  "choice.conduct": "yes",
};
