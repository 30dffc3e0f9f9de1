// The verbs of `npm run -s plenaria -- membership …`.
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem } from "#app/platform/command-line/surroundings.ts";
import { isDay } from "./domain/day.ts";
import type { VotingRight } from "./domain/right-to-vote.ts";
import { votingRightsOn } from "./queries/voting-rights.server.ts";

interface VotesOptions {
  readonly on?: string;
  readonly json?: boolean;
}

/** Adds "membership" and its verbs to the program. */
export function registerMembershipCommands(program: Command, surroundings: Surroundings): void {
  program
    .command("membership")
    .description("classes, categories, votes and good standing")
    .command("votes")
    .description("count who may cast how many votes on a day, by category; with --json also every organisation")
    .option("--on <date>", "the day (UTC), for example 2026-05-20; by default today")
    .option("--json", "answer with one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run -s plenaria -- membership votes\n  npm run -s plenaria -- membership votes --on 2026-05-20 --json",
    )
    .action((options: VotesOptions) => runVotes(options, surroundings));
}

async function runVotes(options: VotesOptions, surroundings: Surroundings): Promise<void> {
  if (options.on !== undefined && !isDay(options.on)) {
    throw new CommandLineProblem({
      what: `--on ${options.on} is not a day.`,
      remedy: "Write year, month and day: 2026-05-20.",
    });
  }
  const context = await surroundings.openContext();
  const date = options.on ?? context.clock.now().toISOString().slice(0, 10);
  const rights = await votingRightsOn(context, date);
  const summary = summarise(date, rights);
  if (options.json === true) surroundings.answer(JSON.stringify({ ...summary, rights: rights.map(inShort) }));
  else surroundings.answer(describe(summary));
}

interface Summary {
  readonly date: string;
  readonly organizations: number;
  readonly entitled: number;
  readonly votes: number;
  readonly isAssumed: boolean;
  readonly categories: Readonly<Record<string, { readonly entitled: number; readonly votes: number }>>;
  readonly reasonsNot: Readonly<Record<string, number>>;
}

function summarise(date: string, rights: readonly VotingRight[]): Summary {
  const categories: Record<string, { entitled: number; votes: number }> = {};
  const reasonsNot: Record<string, number> = {};
  const entitled = rights.filter((right) => right.isEntitled);
  for (const { category, votes } of entitled) {
    const line = (categories[category] ??= { entitled: 0, votes: 0 });
    line.entitled += 1;
    line.votes += votes;
  }
  for (const reason of rights.flatMap((right) => right.reasonsNot)) reasonsNot[reason] = (reasonsNot[reason] ?? 0) + 1;
  const votes = entitled.reduce((sum, right) => sum + right.votes, 0);
  const isAssumed = rights.some((right) => right.explanation.rules.isAssumed);
  return { date, organizations: rights.length, entitled: entitled.length, votes, isAssumed, categories, reasonsNot };
}

function inShort({ contact: _contact, explanation: _explanation, organizationId: _id, ...right }: VotingRight) {
  return right;
}

function describe({ date, organizations, entitled, votes, isAssumed, categories, reasonsNot }: Summary): string {
  const lines = Object.entries(categories)
    .sort(([, left], [, right]) => left.votes / left.entitled - right.votes / right.entitled)
    .map(
      ([key, line]) =>
        `  ${key.padEnd(12)} ${String(line.entitled).padStart(7)} organisations ${String(line.votes).padStart(8)} votes`,
    );
  const reasons = Object.entries(reasonsNot).map(([reason, count]) => `  ${reason}: ${count}`);
  return [
    `${date}: ${entitled} of ${organizations} organisations may cast ${votes} votes.`,
    ...lines,
    ...(reasons.length > 0 ? ["Without a vote:", ...reasons] : []),
    ...(isAssumed ? ["The rules of votes by category are assumed; an administrator may write others."] : []),
  ].join("\n");
}
