// Fills an empty database with a small invented association in which everything can be seen: members of every size, staff,
// a commission, an election that is over and one that is open. Everything goes through commands, so the rules hold here too.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addHours, addMinutes } from "date-fns";
import type { z } from "zod";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount, issueOneOffPassword } from "#app/modules/accounts/index.server.ts";
import {
  closeDueElections,
  createElection,
  createElectionInput,
  findElection,
  freezeRoll,
  sealBallotBox,
} from "#app/modules/elections/index.server.ts";
import { archivedQuestionOf } from "#app/modules/elections/domain/contests.ts";
import { writeBackup } from "#app/modules/elections/domain/trustee-backup.ts";
import {
  castSimulatedBallot,
  encryptSimulatedBallot,
} from "#app/modules/elections/simulation/commands/cast-simulated-ballot.server.ts";
import type {
  PersonActor,
  SimulatedTrustee,
} from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { holdKeyCeremony, openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { IssuedCode } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { deliverMails, registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { findOrganizations, listContactsOf, setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { SettableClock } from "#app/platform/clock.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { markAsDemonstration } from "#app/platform/demonstration-mark.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { callNextElection } from "./demonstration-call.ts";
import { candidates } from "./demonstration-candidates.ts";

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

const hoursOfDay = 24;
const seedFolder = fileURLToPath(new URL(".", import.meta.url));

/** Creates the demonstration. The database must be empty and migrated. */
export async function createDemonstration(ground: Ground): Promise<Demonstration> {
  const clock = new SettableClock(addHours(ground.clock.now(), -40 * hoursOfDay));
  const context: Context & { clock: SettableClock } = {
    ...withActor(ground, { kind: "command-line", name: "demonstration" }),
    clock,
  };
  const identity = await registerMailRoom(ground, { folder: ground.settings.folder });
  const staff = await invite(context, "Lucía Ferreira", "es", ["staff", "administrator"]);
  const commission = [
    await invite(context, "Mateo Rivas", "es", ["commission"]),
    await invite(context, "Beatriz Nunes", "pt", ["commission"]),
    await invite(context, "Kofi Charles", "en", ["commission"]),
  ];
  const auditor = await invite(context, "Inés Auditora", "es", ["auditor"]);
  expectOk(
    await importRegister(context, {
      path: join(seedFolder, "demonstration-register.txt"),
      namesPath: join(seedFolder, "demonstration-names.csv"),
      namesAttribution: "",
      seed: 7,
    }),
  );
  const voters = await chooseVoters(context);
  await holdPastElection(context, staff, commission);
  await forgetMails(ground, identity);
  clock.set(ground.clock.now());
  const trusteesFolder = await openCurrentElection(context, staff, commission);
  await callNextElection(context, staff, commission);
  const people: DemonstrationPerson[] = [];
  const introduce = async (actor: PersonActor, role: string) =>
    people.push({
      userId: actor.userId,
      name: actor.name,
      role,
      oneOffPassword: await issueOneOffPassword(context, actor.accountId),
    });
  for (const { actor, role } of voters) await introduce(actor, role);
  for (const member of commission) await introduce(member, "electoral commission, holds a share of the key");
  await introduce(staff, "staff and administrator");
  await introduce(auditor, "auditor");
  await markAsDemonstration(context);
  return { people, trusteesFolder };
}

async function invite(
  context: Context,
  name: string,
  language: Language,
  roles: readonly Role[],
): Promise<PersonActor> {
  const email = `${name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")}@association.example`;
  const created = expectOk(await createAccount(context, { name, email, language, roles, isDemonstration: true }));
  return { kind: "person", ...created, name, roles };
}

interface ChosenVoter {
  readonly actor: PersonActor;
  readonly role: string;
}

/** Three contacts whom a visitor may play: one small member, one large, and one person who acts for three organisations. */
async function chooseVoters(context: Context): Promise<ChosenVoter[]> {
  const small = await membershipContactOf(context, "Conexión Tegucigalpa");
  const large = await membershipContactOf(context, "Telco Mitad del Mundo");
  const triple = await membershipContactOf(context, "Rede Serra Azul");
  for (const name of ["Provedor Litoral", "Andes Cable"]) {
    const { id: organizationId } = await organizationNamed(context, name);
    expectOk(await setContact(context, { organizationId, role: "membership", accountId: triple.accountId }));
  }
  return [
    { actor: small, role: "votes for Conexión Tegucigalpa, a small member" },
    { actor: large, role: "votes for Telco Mitad del Mundo, a large member" },
    { actor: triple, role: "votes for three organisations: Rede Serra Azul, Provedor Litoral and Andes Cable" },
  ];
}

async function organizationNamed(context: Context, name: string) {
  const { organizations } = await findOrganizations(context, { query: name });
  const [found] = organizations;
  if (found === undefined) throw new Error(`the demonstration's register has no ${name}`);
  return found;
}

async function membershipContactOf(context: Context, organizationName: string): Promise<PersonActor> {
  const organization = await organizationNamed(context, organizationName);
  const contacts = await listContactsOf(context, [organization.id]);
  const contact = contacts.find(({ role }) => role === "membership");
  if (contact === undefined) throw new Error(`${organizationName} has no membership contact`);
  return { kind: "person", accountId: contact.accountId, userId: contact.userId, name: contact.name, roles: [] };
}

interface ElectionPlan {
  readonly input: Omit<
    z.input<typeof createElectionInput>,
    "trusteeAccountIds" | "trusteeThreshold" | "group" | "isTest" | "electorate" | "hasCall"
  >;
}

async function prepareElection(
  context: Context,
  plan: ElectionPlan,
  staff: PersonActor,
  commission: readonly PersonActor[],
): Promise<{ electionId: string; trustees: readonly SimulatedTrustee[]; codes: readonly IssuedCode[] }> {
  const input = createElectionInput.parse({
    ...plan.input,
    // Why: the booth says whether a vote is real, and nothing here is.
    isTest: true,
    trusteeAccountIds: commission.map(({ accountId }) => accountId),
    trusteeThreshold: 2,
  });
  const { electionId } = expectOk(await createElection(withActor(context, staff), input));
  expectOk(await freezeRoll(withActor(context, staff), { electionId }));
  const trustees = await holdKeyCeremony(context, electionId, commission);
  const [first] = commission;
  if (first === undefined) throw new Error("the demonstration has no commission");
  const issuer = withActor(context, first);
  const codes = await issueVotingCodes(issuer, electionId);
  expectOk(await sealBallotBox(withActor(context, { kind: "system", name: "demonstration" }), { electionId }));
  return { electionId, trustees, codes };
}

/** The commission's own election a month ago: twelve votes, opened by two of the three. */
async function holdPastElection(
  context: Context & { readonly clock: SettableClock },
  staff: PersonActor,
  commission: readonly PersonActor[],
): Promise<void> {
  const begin = context.clock.now();
  const plan = { input: pastElection(begin) };
  const { electionId, trustees, codes } = await prepareElection(context, plan, staff, commission);
  const election = await findElection(context, electionId);
  const questions = (election?.contests ?? []).map(archivedQuestionOf);
  const choicesInTurn = [[0], [1, 2], [0, 3], [], [2], [0, 1], [3], [0, 2], [1], [0]];
  for (const [position, choices] of choicesInTurn.entries()) {
    context.clock.set(addMinutes(begin, 60 * (position + 2)));
    const issued = codes[position];
    if (issued === undefined) break;
    const entry = await context.database.rollEntry.findUniqueOrThrow({ where: { id: issued.rollEntryId } });
    const voter: PersonActor = {
      kind: "person",
      accountId: entry.contactAccountId ?? "",
      userId: "",
      name: entry.contactName,
      roles: [],
    };
    const vote = {
      electionId,
      electionPayload: election?.electionPayload ?? "",
      questions,
      voter,
      rollEntryId: issued.rollEntryId,
      code: issued.code,
      choices: [choices],
    };
    await castSimulatedBallot(context, vote, encryptSimulatedBallot(context, vote));
  }
  context.clock.set(plan.input.closesAt);
  await closeDueElections(context);
  context.clock.set(addMinutes(plan.input.closesAt, 45));
  await openSum(context, electionId, trustees.slice(0, 2));
}

function pastElection(begin: Date): ElectionPlan["input"] {
  return {
    title: {
      es: "Comisión Electoral: dos vacantes",
      en: "Electoral Commission: two seats",
      pt: "Comissão Eleitoral: duas vagas",
    },
    description: {
      es: "Elección de demostración que ya terminó.",
      en: "A demonstration election that is over.",
      pt: "Eleição de demonstração já encerrada.",
    },
    contests: [
      {
        kind: "candidates",
        bodyKey: "electoral-commission",
        maxChoices: 2,
        candidates: ["Rosa Aguilar", "Henrique Prado", "Tomás Villalba", "Grace Baptiste"].map((name, index) => ({
          name,
          country: ["CR", "BR", "PY", "TT"][index] ?? "",
        })),
      },
    ],
    rollDate: addHours(begin, -1 * hoursOfDay)
      .toISOString()
      .slice(0, 10),
    opensAt: addMinutes(begin, 60),
    closesAt: addHours(begin, 7 * hoursOfDay),
  };
}

/** The election in which the visitor votes: open from now on, for a week. */
async function openCurrentElection(
  context: Context,
  staff: PersonActor,
  commission: readonly PersonActor[],
): Promise<string> {
  const now = context.clock.now();
  const { electionId, trustees } = await prepareElection(context, { input: currentElection(now) }, staff, commission);
  const folder = join(context.settings.folder, "demonstration", electionId);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { actor, key } of trustees) {
    const passphrase = Buffer.from(context.random(12)).toString("base64url");
    const name = `plenaria-key-${electionId}-${key.index}.age`;
    writeFileSync(join(folder, name), await writeBackup(key, passphrase, 15), { mode: 0o600 });
    writeFileSync(join(folder, `${name}.passphrase.txt`), `${passphrase}\n(${actor.name}, ${actor.userId})\n`, {
      mode: 0o600,
    });
  }
  return folder;
}

function currentElection(now: Date): ElectionPlan["input"] {
  return {
    title: { es: "Directorio y cuota 2027", en: "Board, and the fee of 2027", pt: "Diretoria e cota de 2027" },
    description: {
      es: "Cada organización elige hasta tres personas para el Directorio. Los votos de cada organización dependen de su categoría.",
      en: "Each organisation chooses up to three people for the Board. How many votes an organisation has depends on its category.",
      pt: "Cada organização escolhe até três pessoas para a Diretoria. Os votos de cada organização dependem da sua categoria.",
    },
    contests: [
      {
        kind: "candidates",
        bodyKey: "board",
        title: { es: "Directorio: tres vacantes", en: "Board: three seats", pt: "Diretoria: três vagas" },
        maxChoices: 3,
        candidates: candidates.map(({ name, country, biography }) => ({ name, country, biography })),
      },
      {
        kind: "question",
        title: {
          es: "¿Aprueba que la cuota de 2027 siga siendo la de 2026?",
          en: "Do you approve that the fee of 2027 stays that of 2026?",
          pt: "Aprova que a cota de 2027 continue sendo a de 2026?",
        },
        description: {
          es: "La Asamblea pidió que la decisión se tomara junto con la elección del Directorio.",
          en: "The Assembly asked for this to be decided together with the election of the Board.",
          pt: "A Assembleia pediu que a decisão fosse tomada junto com a eleição da Diretoria.",
        },
      },
    ],
    rollDate: now.toISOString().slice(0, 10),
    opensAt: now,
    closesAt: addHours(now, 7 * hoursOfDay),
  };
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
