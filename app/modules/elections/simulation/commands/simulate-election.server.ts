// Runs a whole election through the same commands as the web, on an empty database of its own: roll, key ceremony, codes,
// votes, close, count. The clock is moved, not waited for. Answers the archive, the result and how long each phase took.
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { createAccount, createAccountsInBulk } from "#app/modules/accounts/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import type { SettableClock } from "#app/platform/clock.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { createElectionInput } from "../../commands/create-election.input.ts";
import { createElection } from "../../commands/create-election.server.ts";
import type { RollRight } from "../../domain/roll-right.ts";
import { freezeTestRoll } from "../../commands/freeze-roll.server.ts";
import { sealBallotBox } from "../../commands/seal-ballot-box.server.ts";
import { closeDueElections } from "../../jobs/close-due-elections.server.ts";
import { readWholeArchive } from "../../queries/archive.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { findResult } from "../../queries/result.server.ts";
import type { BallotFile } from "../domain/ballot-file.ts";
import { castSimulatedBallot, encryptSimulatedBallot } from "./cast-simulated-ballot.server.ts";
import type { PersonActor } from "./hold-key-ceremony.server.ts";
import { holdKeyCeremony, openSum } from "./hold-key-ceremony.server.ts";
import type { IssuedCode } from "./issue-voting-codes.server.ts";
import { issueVotingCodes } from "./issue-voting-codes.server.ts";

export const simulationPhases = [
  "roll",
  "ceremony",
  "codes",
  "encrypt",
  "cast",
  "close",
  "decrypt",
  "archive",
] as const;
export type SimulationPhase = (typeof simulationPhases)[number];

export interface SimulationWish {
  readonly file: BallotFile;
  readonly group: GroupName;
  readonly threshold: number;
  readonly trustees: number;
  /** Milliseconds from some start; for the timings. */
  readonly stopwatch: () => number;
  readonly onProgress?: (phase: SimulationPhase, done: number, of: number) => void;
}

export interface Simulation {
  readonly electionId: string;
  readonly archive: Uint8Array;
  /** Votes per answer, blank first where it is allowed. */
  readonly counts: readonly number[];
  readonly countedBallots: number;
  readonly countedWeight: number;
  readonly secondsOf: Readonly<Record<SimulationPhase, number>>;
}

/** The context must stand on an empty, migrated database and a settable clock. */
export async function simulateElection(
  context: Context & { readonly clock: SettableClock },
  wish: SimulationWish,
): Promise<Simulation> {
  const timings = startTimings(wish.stopwatch);
  const { file } = wish;
  const begin = context.clock.now();
  const voters = await inviteVoters(context, file.ballots.length);
  const electionId = await draftElection(context, wish, begin);
  expectOk(await freezeTestRoll(context, { electionId }, async () => rightsOf(file, voters)));
  timings.end("roll");
  const commission = await commissionActors(context, electionId);
  const trustees = await holdKeyCeremony(context, electionId, commission);
  timings.end("ceremony");
  const issuer = withActor(context, commission[0] ?? missing("a commission member"));
  const codes = await issueVotingCodes(issuer, electionId, (done, of) => wish.onProgress?.("codes", done, of));
  expectOk(await sealBallotBox(withActor(context, { kind: "system", name: "simulation" }), { electionId }));
  timings.end("codes");
  context.clock.set(new Date(begin.getTime() + minutes(2)));
  const ballots = await encryptAll(context, wish, electionId, voters, codes);
  timings.end("encrypt");
  await castAll(context, wish, ballots);
  timings.end("cast");
  context.clock.set(new Date(begin.getTime() + minutes(62)));
  await closeDueElections(context);
  timings.end("close");
  await openSum(context, electionId, trustees.slice(0, wish.threshold));
  timings.end("decrypt");
  const archive = (await readWholeArchive(context, electionId)) ?? missing("the archive");
  timings.end("archive");
  return { electionId, archive, ...(await countsOf(context, electionId, file)), secondsOf: timings.seconds() };
}

function minutes(count: number): number {
  return count * 60_000;
}

function missing(what: string): never {
  throw new Error(`the simulation has no ${what}`);
}

function startTimings(stopwatch: () => number) {
  let last = stopwatch();
  const seconds = {} as Record<SimulationPhase, number>;
  return {
    end(phase: SimulationPhase) {
      const now = stopwatch();
      seconds[phase] = Math.round(now - last) / 1000;
      last = now;
    },
    seconds: () => seconds,
  };
}

async function inviteVoters(context: Context, count: number): Promise<PersonActor[]> {
  const rows = Array.from({ length: count }, (_, position) => ({
    name: `Voter ${position + 1}`,
    email: `voter-${position + 1}@simulation.example`,
    language: "en" as const,
    isDemonstration: true,
  }));
  const created = await inTransaction(context, async (within) => ok(await createAccountsInBulk(within, rows)));
  return expectOk(created).map(({ accountId, userId }, position) => ({
    kind: "person",
    accountId,
    userId,
    name: `Voter ${position + 1}`,
    roles: [],
  }));
}

async function draftElection(context: Context, wish: SimulationWish, begin: Date): Promise<string> {
  await registerMailRoom(context, { folder: context.settings.folder });
  const trusteeAccountIds: string[] = [];
  for (let index = 1; index <= wish.trustees; index += 1) {
    const trustee = {
      name: `Trustee ${index}`,
      email: `trustee-${index}@simulation.example`,
      language: "en" as const,
      roles: ["commission" as Role],
    };
    trusteeAccountIds.push(expectOk(await createAccount(context, trustee)).accountId);
  }
  const { question, answers, min, max, blank } = wish.file;
  const input = createElectionInput.parse({
    title: { es: question, en: question, pt: question },
    isTest: true,
    group: wish.group,
    contests: [
      {
        kind: "candidates",
        bodyKey: "board",
        minChoices: min,
        maxChoices: max,
        allowsBlank: blank,
        candidates: answers.map((name) => ({ name })),
      },
    ],
    trusteeAccountIds,
    trusteeThreshold: wish.threshold,
    rollDate: begin.toISOString().slice(0, 10),
    opensAt: new Date(begin.getTime() + minutes(1)),
    closesAt: new Date(begin.getTime() + minutes(61)),
  });
  return expectOk(await createElection(context, input)).electionId;
}

async function commissionActors(context: Context, electionId: string): Promise<PersonActor[]> {
  const trustees = await context.database.trustee.findMany({ where: { electionId }, orderBy: { index: "asc" } });
  return trustees.map(({ accountId, name }) => ({
    kind: "person",
    accountId,
    userId: name,
    name,
    roles: ["commission"],
  }));
}

function rightsOf(file: BallotFile, voters: readonly PersonActor[]): RollRight[] {
  return file.ballots.map(({ weight }, position) => {
    const voter = voters[position] ?? missing("voter");
    return {
      organizationId: `simulated-${position + 1}`,
      handle: `XX-${String(position + 1).padStart(6, "0")}-SIM`,
      name: `Organisation ${position + 1}`,
      country: "XX",
      class: "active-a",
      category: "simulated",
      votes: weight,
      explanation: { simulated: true },
      contact: {
        accountId: voter.accountId,
        name: voter.name,
        email: `voter-${position + 1}@simulation.example`,
        language: "en",
      },
      isEntitled: true,
    };
  });
}

interface ReadyBallot {
  readonly vote: Parameters<typeof castSimulatedBallot>[1];
  readonly ballot: string;
}

async function encryptAll(
  context: Context,
  wish: SimulationWish,
  electionId: string,
  voters: readonly PersonActor[],
  codes: readonly IssuedCode[],
): Promise<ReadyBallot[]> {
  const election = (await findElection(context, electionId)) ?? missing("election");
  const { question, answers, min, max, blank } = wish.file;
  const codeOf = new Map(codes.map((code) => [code.organizationHandle, code]));
  return wish.file.ballots.map(({ choices }, position) => {
    const issued = codeOf.get(`XX-${String(position + 1).padStart(6, "0")}-SIM`) ?? missing("voting code");
    const vote = {
      electionId,
      electionPayload: election.electionPayload ?? "",
      questions: [{ question, answers, min, max, blank }],
      voter: voters[position] ?? missing("voter"),
      rollEntryId: issued.rollEntryId,
      code: issued.code,
      choices: [choices],
    };
    const ballot = encryptSimulatedBallot(context, vote);
    wish.onProgress?.("encrypt", position + 1, wish.file.ballots.length);
    return { vote, ballot };
  });
}

async function castAll(context: Context, wish: SimulationWish, ballots: readonly ReadyBallot[]): Promise<void> {
  for (const [position, { vote, ballot }] of ballots.entries()) {
    await castSimulatedBallot(context, vote, ballot);
    wish.onProgress?.("cast", position + 1, ballots.length);
  }
}

async function countsOf(context: Context, electionId: string, file: BallotFile) {
  const result = (await findResult(context, electionId)) ?? missing("result");
  const lines = result.contests[0]?.lines ?? [];
  const counts = file.answers.map((_, option) => lines.find((line) => line.option === option)?.votes ?? 0);
  const blank = lines.find((line) => line.option === "blank")?.votes ?? 0;
  return {
    counts: file.blank ? [blank, ...counts] : counts,
    countedBallots: result.votedOrganizations,
    countedWeight: result.votesCast,
  };
}
