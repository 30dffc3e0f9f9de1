// The program behind `election simulate`: reads the wish, lays a ground of its own, runs the election, writes what came out.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { groupNames } from "#app/lib/ballot-protocol/index.ts";
import { simulateElection } from "#app/modules/elections/simulation/commands/simulate-election.server.ts";
import type {
  Simulation,
  SimulationPhase,
} from "#app/modules/elections/simulation/commands/simulate-election.server.ts";
import type { BallotFile } from "#app/modules/elections/simulation/domain/ballot-file.ts";
import { parseBallotFile } from "#app/modules/elections/simulation/domain/ballot-file.ts";
import { inventBallots } from "#app/modules/elections/simulation/domain/invent-ballots.ts";
import { SettableClock, systemClock } from "#app/platform/clock.ts";
import { startProgress } from "#app/platform/command-line/progress.ts";
import { CommandLineProblem } from "#app/platform/command-line/surroundings.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import type { RandomBytes } from "#app/platform/randomness.server.ts";
import { seededRandomness, systemRandomness } from "#app/platform/randomness.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { generateClients } from "#prisma/generate.mjs";

export interface SimulateOptions {
  readonly voters?: string;
  readonly ballots?: string;
  readonly group: string;
  readonly trustees: string;
  readonly seed?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** With a seed the election takes place on this day, so that the archive is the same to the byte. */
const seededBegin = new Date("2026-01-01T12:00:00Z");

const phaseTitles: Partial<Record<SimulationPhase, string>> = {
  codes: "Making voting codes",
  encrypt: "Encrypting ballots",
  cast: "Casting ballots",
};

export async function runSimulateElection(options: SimulateOptions, surroundings: Surroundings): Promise<void> {
  const random = options.seed === undefined ? systemRandomness : seededRandomness(options.seed);
  const file = readBallots(options, surroundings, random);
  const group = readGroup(options.group);
  const seats = readTrustees(options.trustees);
  const out = surroundings.pathOf(options.out);
  mkdirSync(out, { recursive: true });
  generateClients();
  const simulation = await onOwnGround(options, random, async (context) =>
    simulateElection(context, {
      file,
      group,
      ...seats,
      stopwatch: () => Number(process.hrtime.bigint() / 1000n) / 1000,
      onProgress: phaseProgress(),
    }),
  );
  writeOutcome(out, file, simulation);
  answer(options, surroundings, out, file, simulation);
}

type SimulationContext = Parameters<typeof simulateElection>[0];

async function onOwnGround(
  options: SimulateOptions,
  random: RandomBytes,
  work: (context: SimulationContext) => Promise<Simulation>,
): Promise<Simulation> {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-simulation-"));
  const databaseUrl = `file:${join(folder, "simulation.db")}`;
  await migrateDatabase(databaseUrl);
  const database = await openDatabase(databaseUrl);
  try {
    return await work({
      settings: expectOk(simulationSettings(databaseUrl, folder)),
      database,
      clock: new SettableClock(options.seed === undefined ? systemClock.now() : seededBegin),
      random,
      log: pino({ level: "silent" }),
      actor: { kind: "command-line", name: "simulation" },
    });
  } finally {
    await database.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

function simulationSettings(databaseUrl: string, folder: string) {
  const settings = readSettings({ DATABASE_URL: databaseUrl, PLENARIA_FOLDER: folder }, "simulation");
  return settings.ok ? settings : { ok: false as const, error: { code: "SETTINGS", problems: settings.error } };
}

function readBallots(options: SimulateOptions, surroundings: Surroundings, random: RandomBytes): BallotFile {
  if ((options.voters === undefined) === (options.ballots === undefined)) {
    throw new CommandLineProblem({ what: "say either --voters or --ballots", remedy: "For example: --voters 100" });
  }
  if (options.ballots === undefined) return inventBallots(readCount(options.voters ?? ""), random);
  const path = surroundings.pathOf(options.ballots);
  const parsed = parseBallotFile(readText(path));
  if (parsed.ok) return parsed.value;
  throw new CommandLineProblem({
    what: problemOf(parsed.error),
    where: { file: path },
    remedy:
      'Write it as {"question":"…","answers":["…"],"min":1,"max":3,"blank":true,"ballots":[{"weight":1,"choices":[0,2]}]}; indexes count from 0, empty choices are blank.',
  });
}

function problemOf(refusal: {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}): string {
  const { where = "", problem = "", ballot = "" } = refusal.details ?? {};
  switch (refusal.code) {
    case "BALLOT_FILE_NOT_JSON":
      return "the file of ballots is not JSON";
    case "BALLOT_FILE_SHAPE":
      return `the file of ballots has something else than expected at "${where}": ${problem}`;
    default:
      return `ballot ${ballot} ${problem}`;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandLineProblem({
      what: `the file of ballots cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`,
      where: { file: path },
      remedy: "Check the path and that you may read it.",
    });
  }
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new CommandLineProblem({ what: `--voters is "${text}"`, remedy: "Give a whole number from 1 to 999999." });
}

function readGroup(text: string): GroupName {
  const group = groupNames.find((name) => name === text);
  if (group !== undefined) return group;
  throw new CommandLineProblem({ what: `--group is "${text}"`, remedy: `Give one of: ${groupNames.join(", ")}.` });
}

function readTrustees(text: string): { threshold: number; trustees: number } {
  const [, threshold = "0", trustees = "0"] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  const seats = { threshold: Number(threshold), trustees: Number(trustees) };
  if (seats.threshold >= 1 && seats.threshold <= seats.trustees && seats.trustees <= 15) return seats;
  throw new CommandLineProblem({
    what: `--trustees is "${text}"`,
    remedy: "Give it as 2/3: two of three, at most 15.",
  });
}

/** One bar per phase, each shown only where it lasts. */
function phaseProgress() {
  let current: SimulationPhase | undefined;
  let bar = startProgress("");
  return (phase: SimulationPhase, done: number, of: number) => {
    if (phase !== current) {
      bar.stop();
      bar = startProgress(phaseTitles[phase] ?? phase);
      current = phase;
    }
    bar.update(done, of);
    if (done === of) bar.stop();
  };
}

function resultOf(file: BallotFile, simulation: Simulation) {
  const [blank, ...rest] = file.blank ? simulation.counts : [undefined, ...simulation.counts];
  return {
    electionId: simulation.electionId,
    question: file.question,
    votes: file.answers.map((answerText, index) => ({ answer: answerText, votes: rest[index] ?? 0 })),
    ...(blank === undefined ? {} : { blank }),
    ballots: simulation.countedBallots,
    weight: simulation.countedWeight,
  };
}

function writeOutcome(out: string, file: BallotFile, simulation: Simulation): void {
  writeFileSync(join(out, `${simulation.electionId}.bel`), simulation.archive);
  writeFileSync(join(out, "result.json"), `${JSON.stringify(resultOf(file, simulation), null, 2)}\n`);
  writeFileSync(join(out, "timings.json"), `${JSON.stringify({ seconds: simulation.secondsOf }, null, 2)}\n`);
}

function answer(
  options: SimulateOptions,
  surroundings: Surroundings,
  out: string,
  file: BallotFile,
  simulation: Simulation,
): void {
  const archive = join(out, `${simulation.electionId}.bel`);
  const result = resultOf(file, simulation);
  if (options.json === true) {
    surroundings.answer(JSON.stringify({ archive, result, seconds: simulation.secondsOf }));
    return;
  }
  const lines = result.votes.map(({ answer: text, votes }) => `  ${String(votes).padStart(8)}  ${text}`);
  if (result.blank !== undefined) lines.push(`  ${String(result.blank).padStart(8)}  (blank)`);
  surroundings.answer(lines.join("\n"));
  const seconds = Object.entries(simulation.secondsOf).map(([phase, time]) => `${phase} ${time.toFixed(1)} s`);
  surroundings.say(`${result.ballots} ballots, weight ${result.weight}. ${seconds.join(", ")}.`);
  surroundings.say(`Archive: ${archive}\nVerify:  npm run -s plenaria -- election verify ${archive}`);
}
