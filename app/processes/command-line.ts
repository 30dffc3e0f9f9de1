// The command line: nouns, each with its verbs, each noun loaded only when it is asked for.
// Exit 0: done or yes. 1: the answer is no. 2: unusable input. 70: a fault of the program.
import { Command, CommanderError } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem, exitCodes, problemText } from "#app/platform/command-line/surroundings.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { layCommandLineSurroundings } from "./command-line/lay-surroundings.ts";
import { nouns } from "./command-line/nouns.ts";

/** Runs one command line; answers how the program should end. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const { surroundings, exitCode } = layCommandLineSurroundings(process.env);
  try {
    const program = await assembleProgram(words, surroundings);
    await program.parseAsync(words, { from: "user" });
    return exitCode();
  } catch (error) {
    return reportFailure(error, surroundings);
  }
}

async function assembleProgram(words: readonly string[], surroundings: Surroundings): Promise<Command> {
  const program = new Command("plenaria")
    .usage("<noun> <verb> [options]")
    .description("Runs a membership organisation from the command line.")
    .exitOverride()
    .showHelpAfterError("(plenaria --help lists what there is)")
    .configureHelp({ sortSubcommands: true, visibleOptions: () => [] })
    .addHelpText(
      "after",
      `\nExamples:\n${nouns.map(({ example }) => `  npm run -s plenaria -- ${example}`).join("\n")}`,
    );
  for (const { name, summary, ...its } of nouns) {
    const noun = program.command(name).description(summary).helpCommand(false);
    // Why: "plenaria database migrate" must not load the elections, and "election verify" must not load the database.
    if (words[0] === name) await its.register(noun, surroundings, words.slice(1));
  }
  return program.helpCommand(false);
}

function reportFailure(error: unknown, surroundings: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusableInput;
  if (error instanceof CommandLineProblem) {
    surroundings.say(problemText(error));
    return error.exitCode;
  }
  if (error instanceof NotPermitted) {
    surroundings.say(`error: ${error.message}`);
    return exitCodes.answerIsNo;
  }
  surroundings.say(
    `error: this is a fault of the program, not of what you typed. Please report it.\n${stackOf(error)}`,
  );
  return exitCodes.fault;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
