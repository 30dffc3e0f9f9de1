// The verbs of `npm run -s plenaria -- calendar …`: the dates of an election, what is wrong with dates on paper, and the iCalendar file.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { calendarFeed, findCalendar } from "#app/modules/calendars/index.server.ts";
import type { CalendarView } from "#app/modules/calendars/index.server.ts";
import type { Stage, StageProblem } from "#app/modules/calendars/index.ts";
import { checkStages, isStageKind, stagesFromJson, stagesToJson, stageWord } from "#app/modules/calendars/index.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import { linkToCalendar } from "#app/modules/elections/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { CommandLineProblem, exitCodes } from "#app/platform/command-line/surroundings.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { inLanguage, isLanguage } from "#app/platform/language/languages.ts";

interface Wish {
  readonly json?: boolean;
}

/** Adds "calendar" and its verbs to the program. */
export function registerCalendarCommands(program: Command, surroundings: Surroundings): void {
  const calendar = program.command("calendar").description("the dates of an election, from the call to the result");
  registerShow(calendar, surroundings);
  registerCheck(calendar, surroundings);
  registerExport(calendar, surroundings);
}

function registerShow(calendar: Command, surroundings: Surroundings): void {
  calendar
    .command("show")
    .argument("<election>", "the election's id")
    .description("the stages in their order, in UTC")
    .option("--json", "answer with one JSON object on standard output; calendar check reads it")
    .addHelpText(
      "after",
      "\nExit: 0 shown, 1 the election has no calendar.\n\nExample:\n  npm run -s plenaria -- calendar show 8xZQmPzKq4Lw2T --json > dates.json",
    )
    .action(async (id: string, { json }: Wish) => {
      const { found } = await open(surroundings, id);
      if (found === undefined) return noCalendar(surroundings, id);
      const { stages, publishedAt } = found;
      const shown = { election: id, publishedAt: publishedAt?.toISOString() ?? null, stages: stagesToJson(stages) };
      const lines = stages.map(({ kind, opensAt, closesAt }) => `${kind.padEnd(24)} ${periodOf(opensAt, closesAt)}`);
      surroundings.answer(json === true ? JSON.stringify(shown) : lines.join("\n"));
    });
}

function registerCheck(calendar: Command, surroundings: Surroundings): void {
  calendar
    .command("check")
    .argument("<file>", "stages as calendar show --json prints them")
    .description("say what is wrong with dates before anybody is promised them; needs no database")
    .option("--without-candidates", "the election asks questions only, so that nobody is nominated")
    .option("--json", "answer with the problems as one JSON object on standard output")
    .addHelpText(
      "after",
      "\nExit: 0 nothing is wrong, 1 something is, 2 not a calendar.\n\nExample:\n  npm run -s plenaria -- calendar check dates.json",
    )
    .action(async (file: string, wish: Wish & { readonly withoutCandidates?: boolean }) => {
      const stages = readStagesFile(surroundings.pathOf(file));
      const problems = checkStages(stages, { hasCandidates: wish.withoutCandidates !== true });
      const sentences = await sentencesOf(problems);
      if (problems.length > 0) surroundings.endWith(exitCodes.answerIsNo);
      if (wish.json === true) {
        const told = problems.map((problem, index) => ({ ...problem, sentence: sentences[index] ?? "" }));
        surroundings.answer(JSON.stringify({ isSound: problems.length === 0, problems: told }));
      } else surroundings.answer(problems.length === 0 ? "Nothing is wrong with these dates." : sentences.join("\n"));
    });
}

function registerExport(calendar: Command, surroundings: Surroundings): void {
  calendar
    .command("export")
    .argument("<election>", "the election's id")
    .description("the calendar as an iCalendar file (RFC 5545) on standard output")
    .option("--ics", "the format; there is no other")
    .option("--language <language>", "es, en or pt", "en")
    .addHelpText(
      "after",
      "\nExit: 0 written, 1 the election has no calendar.\n\nExample:\n  npm run -s plenaria -- calendar export 8xZQmPzKq4Lw2T --ics > board.ics",
    )
    .action(async (id: string, { language }: { readonly language: string }) => {
      if (!isLanguage(language))
        throw new CommandLineProblem({ what: `${language} is no language here.`, remedy: "Write es, en or pt." });
      const { context, election, found } = await open(surroundings, id);
      if (found === undefined) return noCalendar(surroundings, id);
      if (found.publishedAt === null) surroundings.say("This calendar is not published yet.");
      const t = await sentencesFor(language, "calendars");
      const { baseUrl } = context.settings;
      surroundings.answer(
        calendarFeed({
          processId: id,
          host: new URL(baseUrl).hostname,
          title: inLanguage(election.title, language),
          url: `${baseUrl}${linkToCalendar(id)}`,
          language,
          stages: found.stages,
          isCancelled: election.phase === "cancelled",
          nameOf: (kind) => t(`stages.${kind}`),
          aboutOf: (kind) => t(`about.${kind}`),
        }),
      );
    });
}

async function open(surroundings: Surroundings, id: string) {
  const context: Context = await surroundings.openContext();
  const election = await findElection(context, id);
  if (election === undefined)
    throw new CommandLineProblem({
      what: `There is no election ${id}.`,
      remedy: "Its id is in its address: /elections/ID.",
    });
  const found: CalendarView | undefined = await findCalendar(context, id);
  return { context, election, found };
}

function noCalendar({ say, endWith }: Surroundings, id: string): void {
  say(`The election ${id} has no calendar.`);
  endWith(exitCodes.answerIsNo);
}

function readStagesFile(file: string): Stage[] {
  try {
    return stagesFromJson(JSON.parse(readFileSync(file, "utf8")) as Json);
  } catch (error) {
    const isMissing = (error as { code?: string }).code === "ENOENT";
    throw new CommandLineProblem({
      what: isMissing ? `There is nothing at ${file}.` : "This file holds no calendar.",
      remedy:
        'Give a file such as {"stages":[{"kind":"voting","opensAt":"2026-05-20T18:00:00.000Z","closesAt":null}]}.',
      where: { file },
    });
  }
}

/** The sentences of the page, with instants as the command line writes them. */
async function sentencesOf(problems: readonly StageProblem[]): Promise<string[]> {
  const t = await sentencesFor("en", "calendars");
  const readable = (value: string | number) => {
    if (typeof value === "number") return value;
    return isStageKind(value) ? stageWord(value) : minuteOf(new Date(value));
  };
  return problems.map(({ code, stage, details }) => {
    const filled = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, readable(value)]));
    return t(`refusals.${code}`, { stage: stageWord(stage), ...filled });
  });
}

function periodOf(opensAt: Date, closesAt: Date | null): string {
  return closesAt === null ? minuteOf(opensAt) : `${minuteOf(opensAt)} to ${minuteOf(closesAt)}`;
}

function minuteOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
