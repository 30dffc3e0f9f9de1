// The verbs of `npm run -s plenaria -- body …`: which bodies there are, who is in office, and which rules hold on a day.
import type { Command } from "commander";
import type { Context } from "#app/platform/context.server.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem, exitCodes } from "#app/platform/command-line/surroundings.ts";
import { isDay } from "./domain/day.ts";
import { lastDayOf } from "./domain/office-holder.ts";
import type { BodyOverview } from "./queries/body-overview.server.ts";
import { bodyOverview, listBodyOverviews } from "./queries/body-overview.server.ts";
import { listBodies } from "./queries/bodies.server.ts";

interface Wish {
  readonly on?: string;
  readonly json?: boolean;
}

const onDay = ["--on <date>", "the day (UTC), for example 2026-05-20; by default today"] as const;
const asJson = ["--json", "answer with one JSON value on standard output"] as const;

/** Adds "body" and its verbs to the program. */
export function registerBodyCommands(program: Command, surroundings: Surroundings): void {
  const body = program.command("body").description("Board and commissions: seats, terms, rules, who is in office");
  body
    .command("list")
    .description("every body with its seats, and how many are held on a day")
    .option(...onDay)
    .option(...asJson)
    .addHelpText("after", exampleOf("list"))
    .action(async (wish: Wish) => {
      const { context, on } = await open(surroundings, wish);
      const lines = (await listBodyOverviews(context, on)).map(inShort);
      surroundings.answer(wish.json === true ? JSON.stringify(lines) : lines.map(lineOf).join("\n"));
    });
  body
    .command("show")
    .argument("<key>", "the body, for example board")
    .description("who is in office on a day, until when, and whom the caps bar")
    .option(...onDay)
    .option(...asJson)
    .addHelpText("after", exampleOf("show board --on 2027-01-01"))
    .action(async (key: string, wish: Wish) => {
      const found = await find(surroundings, key, wish);
      const { inOffice, future, citizenships, employers } = found;
      const shown = { ...inShort(found), inOffice, future, citizenships, employers };
      surroundings.answer(wish.json === true ? JSON.stringify(shown) : describe(found));
    });
  body
    .command("rules")
    .argument("<key>", "the body, for example board")
    .description("the rules that hold on a day, and the days from which others hold")
    .option(...onDay)
    .option(...asJson)
    .addHelpText(
      "after",
      `\nExit: 0 there are rules, 1 there are none on that day.\n${exampleOf("rules board --json")}`,
    )
    .action(async (key: string, wish: Wish) => {
      const { rules, versions, on } = await find(surroundings, key, wish);
      const days = versions.map(({ effectiveFrom }) => effectiveFrom);
      if (rules === undefined) surroundings.endWith(exitCodes.answerIsNo);
      if (wish.json === true) surroundings.answer(JSON.stringify({ body: key, on, rules: rules ?? null, days }));
      else if (rules === undefined) surroundings.say(`${key} has no rules on ${on}.`);
      else {
        const assumed = rules.isAssumed ? ["  assumed: nobody has published them"] : [];
        const facts = Object.entries(rules.document).map(([field, value]) => `  ${field}: ${JSON.stringify(value)}`);
        surroundings.answer([`${key} since ${rules.effectiveFrom}`, ...assumed, ...facts].join("\n"));
      }
    });
}

function exampleOf(words: string): string {
  return `\nExample:\n  npm run -s plenaria -- body ${words}`;
}

async function open(surroundings: Surroundings, wish: Wish): Promise<{ context: Context; on: string }> {
  if (wish.on !== undefined && !isDay(wish.on))
    throw new CommandLineProblem({
      what: `--on ${wish.on} is not a day.`,
      remedy: "Write year, month and day: 2026-05-20.",
    });
  const context = await surroundings.openContext();
  return { context, on: wish.on ?? context.clock.now().toISOString().slice(0, 10) };
}

async function find(surroundings: Surroundings, key: string, wish: Wish): Promise<BodyOverview> {
  const { context, on } = await open(surroundings, wish);
  const found = await bodyOverview(context, key, on);
  if (found !== undefined) return found;
  const keys = (await listBodies(context)).map((each) => each.key);
  throw new CommandLineProblem({ what: `There is no body ${key}.`, remedy: `Name one of: ${keys.join(", ")}.` });
}

function inShort({ body, on, rules, inOffice, vacancies }: BodyOverview) {
  return {
    key: body.key,
    names: body.names,
    on,
    seats: rules?.document.seats ?? null,
    held: inOffice.length,
    vacancies,
  };
}

function lineOf({ key, names, seats, held, vacancies }: ReturnType<typeof inShort>): string {
  return `${key.padEnd(24)} ${names.en}: ${held} of ${seats ?? "?"} seats held, ${vacancies} vacant`;
}

function describe(found: BodyOverview): string {
  const barred = [...found.citizenships, ...found.employers].filter(({ remaining }) => remaining === 0);
  return [
    lineOf(inShort(found)),
    ...found.inOffice.map((term) => `  ${term.name} (${term.citizenships.join(", ")}) until ${lastDayOf(term)}`),
    ...barred.map(({ of, cap }) => `  full: ${of} (at most ${cap})`),
  ].join("\n");
}
