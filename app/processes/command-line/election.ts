// election verify and election audit: check a public archive, or a whole bundle, with Node alone. election simulate: runs a whole election and writes its archive.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import type { runVerifyElection as RunVerifyElection } from "#app/lib/ballot-protocol/command-line/verify-election.ts";
import { exitCodes } from "#app/platform/command-line/surroundings.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { findCompiledVerifier } from "../prepare.mjs";
import { registerActa } from "./draw-acta.ts";
import { registerVoteChecks } from "./check-vote.ts";
import type { runVerifyRollProof as RunVerifyRollProof } from "./verify-roll-proof.ts";
import type { runAuditElection as RunAuditElection } from "./audit-election.ts";
import { registerRollCheck } from "./check-voters.ts";
import type { SimulateOptions } from "./simulate-election.ts";

/** Adds the noun "election" with its verbs. */
export function registerElectionCommands(program: Command, surroundings: Surroundings): void {
  const election = program.command("election").description("elections: verify one, check a vote, simulate one");
  registerVerify(election, surroundings);
  registerRollProof(election, surroundings);
  registerAudit(election, surroundings);
  registerActa(election, surroundings);
  registerSimulate(election, surroundings);
  registerRollCheck(election, surroundings);
  registerVoteChecks(election, surroundings);
}

function registerVerify(election: Command, surroundings: Surroundings): void {
  election
    .command("verify")
    .argument("<archive>", "the election's archive, <id>.bel")
    .description("check everything in an election's public archive; needs no database and no account")
    .option("--previous <old>", "an earlier copy of the same archive: nothing in it may have changed")
    .option("--json", "answer with the whole report as one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExit: 0 valid, 1 invalid, 2 not an archive.\n\nExamples:\n  npm run -s plenaria -- election verify board.bel\n  npm run -s plenaria -- election verify today.bel --previous yesterday.bel --json",
    )
    .action(async (archive: string, options: { previous?: string; json?: boolean }) => {
      const runVerifyElection = await loadVerifier();
      const code = await runVerifyElection({
        archivePath: surroundings.pathOf(archive),
        ...(options.previous === undefined ? {} : { previousPath: surroundings.pathOf(options.previous) }),
        json: options.json === true,
        stdout: process.stdout,
        stderr: process.stderr,
        isTerminal: process.stderr.isTTY,
      });
      surroundings.endWith(code === 0 ? exitCodes.done : code === 1 ? exitCodes.answerIsNo : exitCodes.unusableInput);
    });
}

interface AuditOptions {
  readonly json?: boolean;
  readonly logKey?: string;
  readonly witnessKey: readonly string[];
  readonly witnesses?: string;
  readonly fingerprint: readonly string[];
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function registerAudit(election: Command, surroundings: Surroundings): void {
  election
    .command("audit")
    .argument("<bundle>", "the election's audit bundle, <id>.zip")
    .description(
      "check everything about an election in its audit bundle and count again; needs no database and no account",
    )
    .option("--log-key <key>", "the log's key as you know it: the log in the bundle must be signed with this one")
    .option("--witness-key <key>", "the key of a witness that you trust; may be given several times", collect, [])
    .option("--witnesses <n>", "how many of these witnesses must have cosigned; all of them where nothing is said")
    .option("--fingerprint <hash>", "noted before: of bundle, evidence, roll or election; several times", collect, [])
    .option("--json", "answer with the whole report as one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExit: 0 valid, 1 invalid or not anchored in the log, 2 not a bundle.\n\nExamples:\n  npm run -s plenaria -- election audit board.zip\n  npm run -s plenaria -- election audit board.zip --log-key 'log.example+1f2e3d4c+AbCd…' --witness-key 'witness.example+5a6b7c8d+EfGh…' --witnesses 1\n  npm run -s plenaria -- election audit board.zip --fingerprint 3f9c… --json",
    )
    .action(async (bundle: string, options: AuditOptions) => {
      const runAuditElection = await loadAuditor();
      const code = await runAuditElection({
        bundlePath: surroundings.pathOf(bundle),
        json: options.json === true,
        known: {
          logKey: options.logKey,
          witnessKeys: options.witnessKey,
          witnessesNeeded: options.witnesses === undefined ? undefined : Number(options.witnesses),
          fingerprints: options.fingerprint,
        },
        stdout: process.stdout,
        stderr: process.stderr,
        isTerminal: process.stderr.isTTY,
      });
      surroundings.endWith(code === 0 ? exitCodes.done : code === 1 ? exitCodes.answerIsNo : exitCodes.unusableInput);
    });
}

async function loadAuditor(): Promise<typeof RunAuditElection> {
  const compiled = findCompiledVerifier();
  const path = compiled === undefined ? undefined : pathToFileURL(join(compiled, "audit-election.js")).href;
  const auditor =
    path === undefined
      ? await import("./audit-election.ts")
      : ((await import(path)) as { runAuditElection: typeof RunAuditElection });
  return auditor.runAuditElection;
}

/** Why loaded only here: a verifier that somebody runs against us must not load our database, settings or keys. */
async function loadVerifier(): Promise<typeof RunVerifyElection> {
  const compiled = findCompiledVerifier();
  const path = compiled === undefined ? undefined : pathToFileURL(join(compiled, "verify-election.js")).href;
  const verifier =
    path === undefined
      ? await import("#app/lib/ballot-protocol/command-line/verify-election.ts")
      : ((await import(path)) as { runVerifyElection: typeof RunVerifyElection });
  return verifier.runVerifyElection;
}

function registerRollProof(election: Command, surroundings: Surroundings): void {
  election
    .command("roll-proof")
    .argument("<file>", "the proof that a member downloaded: roll-proof-….json")
    .description("check that an entry is in the roll with its votes; needs no database and no account")
    .option("--root <hex>", "the root that was published, or that you noted: the proof must lead to this one")
    .option("--json", "answer with the whole report as one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExit: 0 the proof holds, 1 it does not, 2 not a proof.\n\nExamples:\n  npm run -s plenaria -- election roll-proof roll-proof-HN-EJEM.json\n  npm run -s plenaria -- election roll-proof roll-proof-HN-EJEM.json --root 3f9c… --json",
    )
    .action(async (file: string, options: { root?: string; json?: boolean }) => {
      const compiled = findCompiledVerifier();
      const path = compiled === undefined ? undefined : pathToFileURL(join(compiled, "verify-roll-proof.js")).href;
      const program =
        path === undefined
          ? await import("./verify-roll-proof.ts")
          : ((await import(path)) as { runVerifyRollProof: typeof RunVerifyRollProof });
      const code = await program.runVerifyRollProof({
        path: surroundings.pathOf(file),
        root: options.root,
        json: options.json === true,
        stdout: process.stdout,
        stderr: process.stderr,
      });
      surroundings.endWith(code === 0 ? exitCodes.done : code === 1 ? exitCodes.answerIsNo : exitCodes.unusableInput);
    });
}

function registerSimulate(election: Command, surroundings: Surroundings): void {
  election
    .command("simulate")
    .description("run a whole election through the same commands as the web, on a database of its own")
    .option("--voters <n>", "invent that many voters: six candidates and blank, one to three choices")
    .option(
      "--ballots <file>",
      'read the ballots: {"question","answers":[…],"min","max","blank","ballots":[{"weight","choices":[index…]}…]}',
    )
    .option("--group <group>", "Ed25519 or BELENIOS-2048", "Ed25519")
    .option("--trustees <t/n>", "how many of how many trustees open the sum", "2/3")
    .option("--seed <seed>", "the same seed gives the same voters and the same archive")
    .requiredOption("--out <folder>", "where the archive, the result and the timings are written")
    .option("--json", "answer with one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run -s plenaria -- election simulate --voters 100 --seed 1 --out /tmp/simulated\n  npm run -s plenaria -- election simulate --ballots ballots.json --group BELENIOS-2048 --trustees 3/5 --out out",
    )
    .action(async (options: SimulateOptions) => {
      const { runSimulateElection } = await import("./simulate-election.ts");
      await runSimulateElection(options, surroundings);
    });
}
