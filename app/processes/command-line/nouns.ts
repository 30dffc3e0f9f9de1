// What the command line can speak of. Each noun brings its verbs from its module, loaded only when the noun is typed.
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";

export interface Noun {
  readonly name: string;
  readonly summary: string;
  /** One line for the list of nouns, without the program's name. */
  readonly example: string;
  /** Adds the noun with its verbs to the program; `words` are what was typed after the noun. */
  register(program: Command, surroundings: Surroundings, words: readonly string[]): Promise<void>;
}

export const nouns: readonly Noun[] = [
  {
    name: "account",
    summary: "people who sign in",
    example: "account reset-password MAP193",
    register: async (program, { openContext }) => {
      (await import("#app/modules/accounts/command-line.ts")).registerAccountCommands(program, openContext);
    },
  },
  {
    name: "body",
    summary: "Board and commissions: rules, seats, who is in office",
    example: "body show board --on 2027-01-01",
    register: async (program, surroundings) => {
      (await import("#app/modules/bodies/command-line.ts")).registerBodyCommands(program, surroundings);
    },
  },
  {
    name: "calendar",
    summary: "the dates of an election: show, check, export them",
    example: "calendar check dates.json",
    register: async (program, surroundings) => {
      (await import("./calendar.ts")).registerCalendarCommands(program, surroundings);
    },
  },
  {
    name: "database",
    summary: "the embedded database, or the one that DATABASE_URL names",
    example: "database migrate",
    register: async (program, surroundings) => {
      (await import("./database.ts")).registerDatabaseCommands(program, surroundings);
    },
  },
  {
    name: "election",
    summary: "elections: verify one, audit one, simulate one",
    example: "election verify board.bel",
    register: async (program, surroundings) => {
      (await import("./election.ts")).registerElectionCommands(program, surroundings);
    },
  },
  {
    name: "log",
    summary: "the log of acts: sign it, verify it, name its witnesses",
    example: "log verify",
    register: async (program, surroundings) => {
      (await import("#app/modules/audit-log/command-line.ts")).registerLogCommands(program, surroundings);
    },
  },
  {
    name: "mail",
    summary: "mails that left, and those that came back",
    example: "mail bounce-import /var/mail/bounces/new",
    register: async (program, surroundings) => {
      (await import("#app/modules/notifications/command-line.ts")).registerMailCommands(program, surroundings);
    },
  },
  {
    name: "membership",
    summary: "who may cast how many votes on a date",
    example: "membership votes --on 2026-05-20",
    register: async (program, surroundings) => {
      (await import("#app/modules/membership/command-line.ts")).registerMembershipCommands(program, surroundings);
    },
  },
  {
    name: "registry",
    summary: "the register of Internet number resources",
    example: "registry import delegated-extended.txt --names asn-names.csv",
    register: async (program, surroundings) => {
      (await import("#app/modules/resources/command-line.ts")).registerRegisterCommands(program, surroundings);
    },
  },
  {
    name: "zones",
    summary: "reverse zones: their files and servers",
    example: "zones publish /var/lib/zones",
    register: async (program, surroundings) => {
      (await import("#app/modules/reverse-dns/command-line.ts")).registerZoneCommands(program, surroundings);
    },
  },
];
