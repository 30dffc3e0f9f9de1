// What a verb of the command line is given by the program that runs it, and how it ends.
import type { Context } from "../context.server.ts";

/** How a command line ends. Anything else is a fault of the program. */
export const exitCodes = {
  /** It is done, or the answer is yes. */
  done: 0,
  /** It was understood, and the answer is no: the archive does not verify, the rule refuses. */
  answerIsNo: 1,
  /** It could not be understood: a wrong option, a file that is missing or broken. */
  unusableInput: 2,
  /** A bug. */
  fault: 70,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a verb may use. */
export interface Surroundings {
  /** Opens the (migrated) database for the person at the command line; the program closes it at the end. */
  openContext(): Promise<Context>;
  /** The full path of a file that the person named from where she stands. */
  pathOf(given: string): string;
  /** Answers the question: standard output, one line of text or one JSON value. */
  answer(text: string): void;
  /** Tells the person what happens: standard error. */
  say(text: string): void;
  /** Sets how the program ends once the verb has returned; `done` unless said otherwise. */
  endWith(code: ExitCode): void;
}

/** What is wrong, where, and what to do about it. Thrown by verbs; printed by the program, which ends with the code. */
export class CommandLineProblem extends Error {
  readonly where: { readonly file: string; readonly line?: number } | undefined;
  readonly remedy: string;
  readonly exitCode: ExitCode;

  constructor(problem: {
    readonly what: string;
    readonly remedy: string;
    readonly where?: { readonly file: string; readonly line?: number };
    readonly exitCode?: ExitCode;
  }) {
    super(problem.what);
    this.name = "CommandLineProblem";
    this.where = problem.where;
    this.remedy = problem.remedy;
    this.exitCode = problem.exitCode ?? exitCodes.unusableInput;
  }
}

/** The problem as three short lines: what, where, what to do. */
export function problemText(problem: CommandLineProblem): string {
  const { where } = problem;
  const place = where === undefined ? [] : [`  in: ${where.file}${where.line === undefined ? "" : `:${where.line}`}`];
  return [`error: ${problem.message}`, ...place, `  do: ${problem.remedy}`].join("\n");
}
