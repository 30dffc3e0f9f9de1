// The verbs of `npm run -s plenaria -- registry …`.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Refusal } from "#app/lib/result/index.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem } from "#app/platform/command-line/surroundings.ts";
import { startProgress } from "#app/platform/command-line/progress.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import type { ImportRegisterRefusal } from "./commands/import-register.server.ts";
import { importRegister } from "./commands/import-register.server.ts";
import type { RegisterReport } from "./domain/register-report.ts";
import { defaultNamesAttribution } from "./domain/names-attribution.ts";
import { statisticsFileOf } from "./queries/statistics-file.server.ts";

interface ImportOptions {
  readonly names?: string;
  readonly namesAttribution: string;
  readonly seed: string;
  readonly overruleDecisions?: boolean;
  readonly json?: boolean;
}

const examples = `
The file is read and checked to its end first; a broken line changes nothing. The same file again changes nothing either,
another day's file applies the difference. Contacts are invented and marked as demonstration data.

Exit: 0 done, 2 a file that cannot be used (with its line).

Examples:
  npm run -s plenaria -- registry import delegated-lacnic-extended-latest
  npm run -s plenaria -- registry import delegated.txt --names asn-names.csv --seed 7 --json`;

const exportExamples = `
Where nothing has changed since a file was read, the file is the one that was read, byte for byte. Otherwise it has today's date.

Exit: 0 done, 2 a registry of which no file has been read, or a folder that cannot be written.

Example:
  npm run -s plenaria -- registry export lacnic ./public-files`;

/** Adds "registry" and its verbs to the program. */
export function registerRegisterCommands(program: Command, surroundings: Surroundings): void {
  const registry = program.command("registry").description("the register of Internet number resources");
  registry
    .command("export")
    .description("write the register as a delegated-extended statistics file, with its MD5 sum beside it")
    .argument("<registry>", "whose records: lacnic")
    .argument("<folder>", "where delegated-<registry>-extended-latest and its .md5 are written")
    .addHelpText("after", exportExamples)
    .action((name: string, folder: string) => runExport(name, folder, surroundings));
  registry
    .command("import")
    .description("read a delegated-extended statistics file into the register")
    .argument("<file>", "a delegated-extended statistics file, not compressed")
    .option("--names <csv>", "AS names (number,name), which name the holders; the others get invented names")
    .option("--names-attribution <text>", "who is to be named wherever those names are shown", defaultNamesAttribution)
    .option("--seed <n>", "for the invented names and people: the same seed gives the same ones", "1")
    .option("--overrule-decisions", "apply the file also where it contradicts what staff decided here since")
    .option("--json", "answer with the report as one JSON object on standard output")
    .addHelpText("after", examples)
    .action((file: string, options: ImportOptions) => runImport(file, options, surroundings));
}

async function runImport(file: string, options: ImportOptions, surroundings: Surroundings): Promise<void> {
  const seed = Number(options.seed);
  if (!Number.isSafeInteger(seed)) {
    throw new CommandLineProblem({
      what: `--seed ${options.seed} is not a whole number.`,
      remedy: "Give one, for example --seed 7.",
    });
  }
  const context = await surroundings.openContext();
  const progress = startProgress("Importing");
  const outcome = await importRegister(context, {
    path: surroundings.pathOf(file),
    ...(options.names === undefined ? {} : { namesPath: surroundings.pathOf(options.names) }),
    namesAttribution: options.namesAttribution,
    seed,
    overrulesDecisions: options.overruleDecisions === true,
    onProgress: ({ done, total }) => progress.update(done, total),
  }).finally(() => progress.stop());
  if (!outcome.ok) throw await problemOf(outcome.error);
  if (options.json === true) surroundings.answer(JSON.stringify(outcome.value));
  else surroundings.answer(describe(outcome.value));
}

async function runExport(registry: string, folder: string, surroundings: Surroundings): Promise<void> {
  const context = await surroundings.openContext();
  const file = await statisticsFileOf(context, registry, context.clock.now().toISOString().slice(0, 10));
  const where = surroundings.pathOf(folder);
  if (!file.ok) throw await problemOf({ ...file.error, details: { file: registry, ...file.error.details } });
  const { name, text, md5Line, isAsRead } = file.value;
  try {
    mkdirSync(where, { recursive: true });
    // Why the sum last: whoever fetches both while they are written sees a sum that does not fit, never a sum of half a file.
    writeWhole(join(where, name), text);
    writeWhole(join(where, `${name}.md5`), md5Line);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    const what = `${where} cannot be written (${code}).`;
    throw new CommandLineProblem({ what, remedy: "Give a folder that you may write to." });
  }
  surroundings.answer(
    `${join(where, name)}: ${isAsRead ? "as it was read" : "with what has changed since it was read"}.`,
  );
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

type RegistryRefusal = ImportRegisterRefusal | Refusal<"STATISTICS_NEVER_READ">;

async function problemOf({ code, details = {} }: RegistryRefusal): Promise<CommandLineProblem> {
  const t = await sentencesFor("en", "resources");
  const { file, line } = details;
  const where = { file: String(file), ...(typeof line === "number" ? { line } : {}) };
  return new CommandLineProblem({
    what: `${code}: ${t(`refusals.${code}`, details)}`,
    where,
    remedy: t(`remedies.${remedyFor(code)}`),
  });
}

function remedyFor(code: RegistryRefusal["code"]): string {
  if (code === "FILE_UNREADABLE") return "unreadable";
  if (code === "STATISTICS_NEVER_READ") return "neverRead";
  if (code === "HELD_IN_ANOTHER_REGISTRY") return "otherRegistry";
  if (code === "DECIDED_HERE") return "decidedHere";
  return code === "NAMES_LINE_BROKEN" ? "names" : "file";
}

function describe(report: RegisterReport): string {
  const { records, organizations, added, changed, removed, undelegated, registrations, seconds, day } = report;
  return [
    `${records} records of ${organizations} organisations as of ${day}: ${added} added, ${changed} changed, ${removed} removed.`,
    `${undelegated} records are held by nobody. Networks and AS numbers: ${registrations.added} added, ` +
      `${registrations.changed} changed, ${registrations.removed} removed.`,
    `${report.organizationsAdded} organisations are new, ` +
      `${report.organizationsChanged} have another name or country, ${report.organizationsWithoutHoldings} hold nothing any more.`,
    `${report.contactsInvented} contacts were invented. It took ${seconds} seconds.`,
  ].join("\n");
}
