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
  const { surroundings, exitCode, close } = layCommandLineSurroundings(process.env);
  try {
    const program = await assembleProgram(words, surroundings);
    await program.parseAsync(words, { from: "user" });
    return exitCode();
  } catch (error) {
    return reportFailure(error, surroundings);
  } finally {
    await close();
  }
}

async function assembleProgram(words: readonly string[], surroundings: Surroundings): Promise<Command> {
  const program = new Command("plenaria")
    .usage("<noun> <verb> [options]")
    .description("Runs a membership organisation from the command line.")
    .exitOverride()
    .helpCommand(false)
    .showHelpAfterError("(add --help to see what there is)")
    .configureHelp({ sortSubcommands: true })
    .addHelpText(
      "after",
      `\nExamples:\n${nouns.map(({ example }) => `  npm run -s plenaria -- ${example}`).join("\n")}`,
    );
  for (const noun of nouns) {
    // Why: "database migrate" must not load the elections, and "election verify" must not load the database.
    if (words[0] === noun.name) await noun.register(program, surroundings, words.slice(1));
    else program.command(noun.name).description(noun.summary);
  }
  return program;
}

function reportFailure(error: unknown, { say }: Surroundings): number {
  if (error instanceof CommanderError) return exitCodeOf(error);
  if (error instanceof CommandLineProblem) {
    say(problemText(error));
    return error.exitCode;
  }
  if (error instanceof NotPermitted) {
    say(`error: ${error.message}`);
    return exitCodes.answerIsNo;
  }
  say(`error: this is a fault of the program, not of what you typed. Please report it.\n${stackOf(error)}`);
  return exitCodes.fault;
}

function exitCodeOf(error: CommanderError): number {
  // Why: what a verb said through `command.error` chose its own code; what commander itself refuses was unusable.
  if (error.code === "commander.error") return error.exitCode;
  return error.exitCode === 0 ? exitCodes.done : exitCodes.unusableInput;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
