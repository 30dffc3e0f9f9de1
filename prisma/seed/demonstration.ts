// Fills an empty database with a small invented association in which everything can be seen: members of every size, staff, a
// commission, an election that is official, one being prepared, one that is called and one that is open. Everything goes through
// commands, so the rules hold here too; the clock is moved, not waited for.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expectOk } from "#app/lib/result/index.ts";
import { issueOneOffPassword } from "#app/modules/accounts/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { deliverMails, registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { SettableClock } from "#app/platform/clock.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { markAsDemonstration } from "#app/platform/demonstration-mark.server.ts";
import { announceFiscalElection } from "./demonstration-announced.ts";
import { ruleElectoralCommission } from "./demonstration-bodies.ts";
import { callVacantSeat } from "./demonstration-call.ts";
import type { SeedContext, SeededHouse } from "./demonstration-house.ts";
import { daysAfter, hourOfTimetables, invite, memberNamed } from "./demonstration-house.ts";
import { callBoardElection } from "./demonstration-open.ts";
import { holdPastElection } from "./demonstration-past.ts";
import { askForLegacyEntity, delegateDemonstrationZones } from "./demonstration-reverse-dns.ts";
import { giveRangesOn } from "./demonstration-sub-assignments.ts";

/** Somebody who can sign in, for the lines that `npm start` prints. */
export interface DemonstrationPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly oneOffPassword: string;
}

export interface Demonstration {
  readonly people: readonly DemonstrationPerson[];
  /** The folder with the trustees' backup files of the open election, and their passphrases. */
  readonly trusteesFolder: string;
}

const seedFolder = fileURLToPath(new URL(".", import.meta.url));

/** Creates the demonstration. The database must be empty and migrated. `tell` hears what is being made. */
export async function createDemonstration(
  ground: Ground,
  tell: (step: string) => void = () => undefined,
): Promise<Demonstration> {
  const now = ground.clock.now();
  const context: SeedContext = {
    ...withActor(ground, { kind: "command-line", name: "demonstration" }),
    clock: new SettableClock(daysAfter(now, -112)),
  };
  const identity = await registerMailRoom(ground, { folder: ground.settings.folder });
  tell("members, staff and a commission");
  const { house, auditor } = await inviteHouse(context);
  expectOk(
    await importRegister(context, {
      path: join(seedFolder, "demonstration-register.txt"),
      namesPath: join(seedFolder, "demonstration-names.csv"),
      namesAttribution: "",
      seed: 7,
    }),
  );
  await giveRangesOn(context);
  await delegateDemonstrationZones(context, now);
  await askForLegacyEntity(house);
  const voters = await chooseVoters(context);
  await ruleElectoralCommission(house);
  tell("an election that is over: its calendar, roll, votes, count, claims and official result");
  await holdPastElection(house, now, hourOfTimetables(now, 110));
  const current = await callBoardElection(house, hourOfTimetables(now, 58));
  tell("an election that is being prepared: candidates, questions, claims");
  const announced = await announceFiscalElection(house, hourOfTimetables(now, 23));
  tell("a call that is open: nominations and files");
  const applicant = await callVacantSeat(house, hourOfTimetables(now, 3));
  await forgetMails(ground, identity);
  tell("an election that is open: keys, voting codes, first votes");
  const trusteesFolder = await current.open();
  await announced.goOn();
  context.clock.set(now);
  const people = await introduce(context, [
    ...voters,
    [announced.candidate, "candidate for the Fiscal Commission: a question waits for an answer"],
    [applicant, "stands for the Board: the file is not complete"],
    ...house.commission.map((member): Introduced => [member, "electoral commission, holds a share of the key"]),
    [house.staff, "staff and administrator"],
    [auditor, "auditor"],
  ]);
  await markAsDemonstration(context);
  return { people, trusteesFolder };
}

async function inviteHouse(context: SeedContext): Promise<{ house: SeededHouse; auditor: PersonActor }> {
  const staff = await invite(context, "Lucía Ferreira", "es", ["staff", "administrator"]);
  const commission = [
    await invite(context, "Mateo Rivas", "es", ["commission"]),
    await invite(context, "Beatriz Nunes", "pt", ["commission"]),
    await invite(context, "Kofi Charles", "en", ["commission"]),
  ] as const;
  const auditor = await invite(context, "Inés Auditora", "es", ["auditor"]);
  return { house: { context, staff, commission }, auditor };
}

type Introduced = readonly [person: PersonActor, role: string];

async function introduce(context: SeedContext, whom: readonly Introduced[]): Promise<DemonstrationPerson[]> {
  const people: DemonstrationPerson[] = [];
  for (const [{ accountId, userId, name }, role] of whom)
    people.push({ userId, name, role, oneOffPassword: await issueOneOffPassword(context, accountId) });
  return people;
}

/** Three contacts whom a visitor may play: one small member, one large, and one person who acts for three organisations. */
async function chooseVoters(context: SeedContext): Promise<Introduced[]> {
  const small = await memberNamed(context, "Conexión Tegucigalpa");
  const large = await memberNamed(context, "Telco Mitad del Mundo");
  const triple = await memberNamed(context, "Rede Serra Azul");
  for (const name of ["Provedor Litoral", "Andes Cable"]) {
    const { organizationId } = await memberNamed(context, name);
    expectOk(await setContact(context, { organizationId, role: "membership", accountId: triple.contact.accountId }));
  }
  return [
    [small.contact, "votes for Conexión Tegucigalpa, a small member; is nominated for the Board"],
    [large.contact, "votes for Telco Mitad del Mundo, a large member; waits for a decision on the roll"],
    [triple.contact, "votes for three organisations: Rede Serra Azul, Provedor Litoral and Andes Cable"],
  ];
}

/** The mails of the past were read long ago: the mailbox begins with the codes of the open election. */
async function forgetMails(ground: Ground, identity: string): Promise<void> {
  const room = {
    ground,
    identity,
    render: async () => ({ subject: "", text: "", html: "" }),
    send: async () => ({ kind: "left" as const, answer: "" }),
    messageIdOf: (deduplication: string) => deduplication,
  };
  while ((await deliverMails(room)) > 0);
}
