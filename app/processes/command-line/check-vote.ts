// election check-code: which ballots of an archive were made with a voting code. election open-ballot: what an opened ballot holds.
// Both need Node and the public archive, nothing else: whoever mistrusts our pages checks here.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import type { Archive } from "#app/lib/ballot-protocol/index.ts";
import {
  checkOpening,
  openCredentialOf,
  parseElection,
  readArchive,
  trackerOf,
} from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem, exitCodes } from "#app/platform/command-line/surroundings.ts";

/** Adds the verbs to the noun "election". */
export function registerVoteChecks(election: Command, surroundings: Surroundings): void {
  election
    .command("check-code")
    .argument("<archive>", "the election's archive, <id>.bel")
    .description("list the ballots made with a voting code, which is read from standard input and shown nowhere")
    .option("--json", "answer with one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExit: 0 there is no ballot of this code, 1 there is one, 2 not an archive or not a code.\n\nExamples:\n  npm run -s plenaria -- election check-code board.bel < code.txt",
    )
    .action(async (path: string, { json }: { json?: boolean }) => {
      const check = await checkCode(await openArchive(surroundings.pathOf(path)), await text(process.stdin));
      if (json) surroundings.answer(JSON.stringify(check));
      else for (const line of codeLines(check)) surroundings.answer(line);
      surroundings.endWith(check.ballots.length === 0 ? exitCodes.done : exitCodes.answerIsNo);
    });
  election
    .command("open-ballot")
    .argument("<file>", "the file that the booth saved when it opened the ballot")
    .argument("<archive>", "the election's archive, <id>.bel")
    .description("encrypt again what the opening says, compare, and tell what the ballot holds")
    .addHelpText(
      "after",
      "\nExit: 0 it holds this, 1 it does not hold what the file says, 2 unusable input.\n\nExamples:\n  npm run -s plenaria -- election open-ballot opened-ballot.json board.bel",
    )
    .action(async (file: string, path: string) => {
      const { electionPayload } = await openArchive(surroundings.pathOf(path));
      const { ballot, opening } = await readOpenedBallot(surroundings.pathOf(file));
      const opened = checkOpening({ electionPayload, ballot, opening });
      if (!opened.ok) {
        surroundings.answer(`The ballot does not hold what the file says (${opened.error.code}).`);
        surroundings.endWith(exitCodes.answerIsNo);
        return;
      }
      const { questions } = expectOk(parseElection(electionPayload));
      for (const [index, { question, chosen, isBlank }] of opened.value.answers.entries()) {
        const names = chosen.map((position) => questions[index]?.answers[position] ?? String(position));
        surroundings.answer(`${question}: ${isBlank ? "(blank)" : names.join(", ") || "(nothing chosen)"}`);
      }
    });
}

interface OpenedArchive {
  readonly archive: Archive;
  readonly electionPayload: string;
  readonly credentials: readonly string[];
}

async function openArchive(path: string): Promise<OpenedArchive> {
  const archive = readArchive(await readBytes(path));
  const setup = archive.ok ? archive.value.events.find(({ type }) => type === "Setup") : undefined;
  if (!archive.ok || setup?.payload === undefined) throw notAnArchive(path);
  const parts = JSON.parse(archive.value.findBody(setup.payload) ?? "{}") as { election: string; credentials: string };
  const electionPayload = archive.value.findBody(parts.election) ?? "";
  const credentials = JSON.parse(archive.value.findBody(parts.credentials) ?? "[]") as string[];
  return { archive: archive.value, electionPayload, credentials };
}

async function checkCode({ archive, electionPayload, credentials }: OpenedArchive, typed: string) {
  const { group, uuid: electionId } = expectOk(parseElection(electionPayload));
  const bodies = archive.events.flatMap(({ type, payload }) =>
    type === "Ballot" ? [archive.findBody(payload ?? "") ?? ""] : [],
  );
  const ballots = bodies.map((ballot, index) => ({
    position: index + 1,
    tracker: trackerOf(ballot),
    credential: openCredentialOf(ballot) ?? "",
  }));
  // Why here: it brings pages along, and the other verbs should not wait for them.
  const { ballotsOfCode } = await import("#app/modules/elections/index.ts");
  const check = ballotsOfCode({ group, electionId, typed: typed.trim(), credentials, ballots, entries: [] });
  if (!check.ok) {
    throw new CommandLineProblem({
      what: `what came from standard input is not a voting code of this election (${check.error.code})`,
      remedy: "Put the code of the mail alone into a file and give it with < file.",
    });
  }
  return {
    credential: check.value.credential,
    votes: check.value.votes,
    ballots: check.value.ballots,
    of: ballots.length,
  };
}

function codeLines({ ballots, of, votes }: Awaited<ReturnType<typeof checkCode>>): string[] {
  if (ballots.length === 0) return [`None of the ${of} ballots in the box was made with this code (${votes} votes).`];
  const last = ballots.at(-1)?.position;
  return ballots.map(
    ({ position, tracker }) =>
      `${position}\t${tracker}\t${position === last ? "counts" : "replaced by a later ballot"}`,
  );
}

async function readOpenedBallot(path: string): Promise<{ ballot: string; opening: unknown }> {
  try {
    const read = JSON.parse((await readBytes(path)).toString("utf8")) as { ballot?: unknown; opening?: unknown };
    if (typeof read.ballot === "string") return { ballot: read.ballot, opening: read.opening };
  } catch (error) {
    if (error instanceof CommandLineProblem) throw error;
  }
  throw new CommandLineProblem({
    what: "the file is not an opened ballot",
    where: { file: path },
    remedy: "Give the file that the booth saved when it opened the ballot.",
  });
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new CommandLineProblem({ what: "the file cannot be read", where: { file: path }, remedy: "Check the path." });
  }
}

function notAnArchive(path: string): CommandLineProblem {
  return new CommandLineProblem({
    what: "the file is not an election archive",
    where: { file: path },
    remedy: "Give the file whose name ends in .bel, as it was downloaded.",
  });
}
