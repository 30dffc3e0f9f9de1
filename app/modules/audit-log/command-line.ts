// The verbs of `npm run -s plenaria -- log …`: sign the log, verify it, name its witnesses.
import type { Command } from "commander";
import { writeVerificationKey } from "#app/lib/signed-note/index.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { exitCodes } from "#app/platform/command-line/surroundings.ts";
import { addWitness } from "./commands/add-witness.server.ts";
import { openLogKey } from "./commands/open-log-key.server.ts";
import { signCheckpoint } from "./commands/sign-checkpoint.server.ts";
import { collectCosignatures } from "./jobs/collect-cosignatures.server.ts";
import { findLatestCheckpoint, listWitnesses } from "./queries/checkpoints.server.ts";
import type { LogProblem } from "./queries/log-verification.server.ts";
import { verifyLog } from "./queries/log-verification.server.ts";

/** Adds "log" and its verbs to the program. */
export function registerLogCommands(program: Command, surroundings: Surroundings): void {
  const log = program.command("log").description("the log of acts: sign it, verify it, name its witnesses");
  registerCheckpoint(log, surroundings);
  registerVerify(log, surroundings);
  registerKey(log, surroundings);
  const witness = log.command("witness").description("who cosigns the log");
  registerWitnessAdd(witness, surroundings);
  registerWitnessList(witness, surroundings);
}

interface Wish {
  readonly json?: boolean;
}

function registerCheckpoint(log: Command, { openContext, answer, say, endWith }: Surroundings): void {
  log
    .command("checkpoint")
    .description(
      "sign the log as it is now, show it to the witnesses, and print the checkpoint with their cosignatures",
    )
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("checkpoint > checkpoint.txt"))
    .action(async ({ json }: Wish) => {
      const context = await openContext();
      const signed = await signCheckpoint(context);
      if (!signed.ok) {
        const { signedSize = "", size = "" } = signed.error.details ?? {};
        say(
          `Not signed: ${signedSize} entries were signed before, and the ${size} that the database has now do not continue them.`,
        );
        endWith(exitCodes.answerIsNo);
        return;
      }
      for (const { name, outcome } of await collectCosignatures(context)) {
        say(outcome.ok ? `${name} cosigned.` : `${name} did not cosign: ${outcome.error.code}`);
      }
      const published = await findLatestCheckpoint(context);
      answer(json === true ? JSON.stringify(published ?? null) : (published?.note ?? ""));
    });
}

function registerVerify(log: Command, { openContext, answer, endWith }: Surroundings): void {
  log
    .command("verify")
    .description("read the whole log again: the chain of entries, every checkpoint against the tree, every cosignature")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("verify"))
    .action(async ({ json }: Wish) => {
      const report = await verifyLog(await openContext());
      const { entries, checkpoints, cosignatures, root, problems } = report;
      const summary = `${entries} entries, ${checkpoints} checkpoints, ${cosignatures} cosignatures; root ${root}`;
      const verdict = problems.length === 0 ? "The log is whole." : "THE LOG IS NOT WHOLE.";
      answer(json === true ? JSON.stringify(report) : [verdict, summary, ...problems.map(sentenceOf)].join("\n"));
      endWith(problems.length === 0 ? exitCodes.done : exitCodes.answerIsNo);
    });
}

function sentenceOf({ code, at }: LogProblem): string {
  return `${code} at ${at}`;
}

function registerKey(log: Command, { openContext, answer }: Surroundings): void {
  log
    .command("key")
    .description("print the key of the log (vkey), for witnesses and monitors")
    .option("--replace", "register the key of this machine's folder in the place of another one")
    .addHelpText("after", exampleOf("key"))
    .action(async ({ replace }: { readonly replace?: boolean }) => {
      const { verificationKey } = await openLogKey(await openContext(), { isReplacing: replace === true });
      answer(writeVerificationKey(verificationKey));
    });
}

function registerWitnessAdd(witness: Command, { openContext, say }: Surroundings): void {
  witness
    .command("add")
    .description("name a witness: its key (vkey, cosignature/v1) and the address before /add-checkpoint")
    .argument("<vkey>", "name+id+key, as the witness publishes it")
    .argument("[url]", "for example https://witness.example.org")
    .addHelpText("after", exampleOf("witness add witness.example.org+8a1f2b3c+BH… https://witness.example.org"))
    .action(async (verificationKey: string, url: string | undefined, _wish: unknown, command: Command) => {
      const added = await addWitness(await openContext(), { verificationKey, ...(url === undefined ? {} : { url }) });
      if (!added.ok) command.error(`error: ${refusalOf(added.error.code)}`, { exitCode: 2 });
      else say(`${added.value.name} is a witness. Give it the key of the log: npm run -s plenaria -- log key`);
    });
}

function refusalOf(code: string): string {
  if (code === "WITNESS_KNOWN") return "this witness is named already.";
  if (code === "WITNESS_ADDRESS_UNUSABLE") return "the address must begin with https:// or http://.";
  return "this is not the vkey of a witness (name+id+key, type cosignature/v1).";
}

function registerWitnessList(witness: Command, { openContext, answer }: Surroundings): void {
  witness
    .command("list")
    .description("who cosigns the log, and when each last did")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("witness list"))
    .action(async ({ json }: Wish) => {
      const witnesses = await listWitnesses(await openContext());
      const lines = witnesses.map(
        ({ name, url, lastCosignedAt, knownSize, trouble }) =>
          `${name} ${url ?? "(comes by itself)"}: ${lastCosignedAt === null ? "never cosigned" : `${knownSize} entries on ${lastCosignedAt}`}${trouble === null ? "" : `; ${trouble}`}`,
      );
      answer(json === true ? JSON.stringify(witnesses) : lines.join("\n") || "No witness.");
    });
}

function exampleOf(words: string): string {
  return `\nExample:\n  npm run -s plenaria -- log ${words}`;
}
