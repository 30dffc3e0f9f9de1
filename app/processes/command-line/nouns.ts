// What the command line can speak of. Each noun brings its verbs from its module, loaded only when the noun is typed.
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";

export interface Noun {
  readonly name: string;
  readonly summary: string;
  /** One line for the list of nouns, without the program's name. */
  readonly example: string;
  /** Adds the verbs; `words` are what stands after the noun. */
  register(noun: Command, surroundings: Surroundings, words: readonly string[]): Promise<void>;
}

export const nouns: readonly Noun[] = [
  {
    name: "database",
    summary: "the embedded database, or the one that DATABASE_URL names",
    example: "database migrate",
    register: async (noun, surroundings) =>
      (await import("./database.ts")).registerDatabaseCommands(noun, surroundings),
  },
];
