// The election in which a visitor votes: two contests in one sitting, called two months ago, open since yesterday and for six more days.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectOk } from "#app/lib/result/index.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import { archivedQuestionOf } from "#app/modules/elections/domain/contests.ts";
import { writeBackup } from "#app/modules/elections/domain/trustee-backup.ts";
import { createElection, createElectionInput, findElection, setCalendar } from "#app/modules/elections/index.server.ts";
import {
  castSimulatedBallot,
  encryptSimulatedBallot,
} from "#app/modules/elections/simulation/commands/cast-simulated-ballot.server.ts";
import type { SimulatedTrustee } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { holdKeyCeremony } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { IssuedCode } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { candidates } from "./demonstration-candidates.ts";
import type { SeededHouse } from "./demonstration-house.ts";
import { as, daysAfter, freezeByTwo, memberNamed, publishCalendar } from "./demonstration-house.ts";

/** Who has voted already, so that there is something to see in the box. */
const earlyVoters: readonly (readonly [member: string, choices: readonly (readonly number[])[]])[] = [
  ["Universidad del Río", [[0, 4], [0]]],
  ["Datos Verdes", [[1, 2, 5], [1]]],
  ["Trinity Net", [[4], [0]]],
];

export interface CalledElection {
  /** Keys, codes, seal and the first votes; answers the folder with the trustees' backup files and their passphrases. */
  open(): Promise<string>;
}

/** Calls it and freezes its roll; it is opened when its day has come. */
export async function callBoardElection(house: SeededHouse, call: Date): Promise<CalledElection> {
  const { context, commission } = house;
  const stages = proposeStages("board", call, "call");
  const voting = stages.find(({ kind }) => kind === "voting");
  if (!voting?.closesAt) throw new Error("the template has no voting");
  const { opensAt, closesAt } = voting;
  context.clock.set(call);
  const staff = as(house, house.staff);
  const input = createElectionInput.parse({
    ...contestsOf(opensAt.getUTCFullYear() + 1),
    // Why: the booth says whether a vote is real, and nothing here is.
    ...{ isTest: true, trusteeThreshold: 2, opensAt, closesAt },
    rollDate: daysAfter(call, 8).toISOString().slice(0, 10),
    trusteeAccountIds: commission.map(({ accountId }) => accountId),
  });
  const { electionId } = expectOk(await createElection(staff, input));
  expectOk(await setCalendar(staff, { electionId, stages, template: "board" }));
  await publishCalendar(house, electionId);
  context.clock.set(daysAfter(call, 8.1));
  await freezeByTwo(house, electionId);
  return {
    async open() {
      context.clock.set(daysAfter(opensAt, -0.05));
      const trustees = await holdKeyCeremony(context, electionId, commission);
      const codes = await issueVotingCodes(as(house, commission[0]), electionId);
      expectOk(await sealByTwo(context, electionId, [commission[0], commission[1]]));
      await vote(house, electionId, codes, opensAt);
      return keepBackups(context, electionId, trustees);
    },
  };
}

async function vote(house: SeededHouse, electionId: string, codes: readonly IssuedCode[], opensAt: Date) {
  const { context } = house;
  const election = await findElection(context, electionId);
  const questions = (election?.contests ?? []).map(archivedQuestionOf);
  for (const [position, [name, choices]] of earlyVoters.entries()) {
    const member = await memberNamed(context, name);
    const issued = codes.find(({ organizationHandle }) => organizationHandle === member.handle);
    if (issued === undefined) throw new Error(`${name} has no voting code`);
    context.clock.set(daysAfter(opensAt, 0.01 + position * 0.02));
    const ballot = {
      ...{ electionId, electionPayload: election?.electionPayload ?? "", questions, voter: member.contact },
      ...{ rollEntryId: issued.rollEntryId, code: issued.code, choices },
    };
    await castSimulatedBallot(context, ballot, encryptSimulatedBallot(context, ballot));
  }
}

async function keepBackups(context: Context, electionId: string, trustees: readonly SimulatedTrustee[]) {
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

function contestsOf(year: number) {
  return {
    title: { es: `Directorio y cuota ${year}`, en: `Board, and the fee of ${year}`, pt: `Diretoria e cota de ${year}` },
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
        candidates: candidates.map((candidate) => ({ ...candidate, citizenships: [candidate.country] })),
      },
      {
        kind: "question",
        title: {
          es: `¿Aprueba que la cuota de ${year} siga siendo la de ${year - 1}?`,
          en: `Do you approve that the fee of ${year} stays that of ${year - 1}?`,
          pt: `Aprova que a cota de ${year} continue sendo a de ${year - 1}?`,
        },
        description: {
          es: "La Asamblea pidió que la decisión se tomara junto con la elección del Directorio.",
          en: "The Assembly asked for this to be decided together with the election of the Board.",
          pt: "A Assembleia pediu que a decisão fosse tomada junto com a eleição da Diretoria.",
        },
      },
    ],
  };
}
