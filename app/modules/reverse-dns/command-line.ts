// The verbs of `npm run -s plenaria -- zones …`: publish the zone files, say what stands in them, ask the servers of delegated zones.
import type { Command } from "commander";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem, exitCodes } from "#app/platform/command-line/surroundings.ts";
import { writeDsRecord } from "./domain/ds-record.ts";
import { publishZones } from "./jobs/publish-zones.server.ts";
import { askDelegated } from "./queries/ask-delegated.server.ts";
import type { DelegatedServer, DelegatedZone } from "./queries/delegations.server.ts";
import { listDelegationsInside } from "./queries/delegations.server.ts";
import { listZoneFiles } from "./queries/zone-files.server.ts";

interface Wish {
  readonly json?: boolean;
}

/** Adds "zones" and its verbs to the program. */
export function registerZoneCommands(program: Command, surroundings: Surroundings): void {
  const zones = program
    .command("zones")
    .description("reverse zones: their files, and the servers they are delegated to");
  zones
    .command("publish")
    .description(
      "generate the registry's zone files; a zone gets a higher serial number where anything in it has changed",
    )
    .argument("[folder]", "where: its link “current” is moved once all files are there (default: the installation's)")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("publish /var/lib/zones"))
    .action((folder: string | undefined, wish: Wish) => runPublish(folder, wish, surroundings));
  zones
    .command("show")
    .description("the zone files with their serial numbers, or the delegated zones of a prefix with their servers")
    .argument("[prefix]", "for example 198.18.0.0/22")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("show 198.18.0.0/22"))
    .action((prefix: string | undefined, wish: Wish) => runShow(prefix, wish, surroundings));
  zones
    .command("check")
    .description("ask the servers of the delegated zones of a prefix now; nothing is noted")
    .argument("<prefix>", "for example 198.18.0.0/22")
    .option("--json", "print JSON to standard output")
    .addHelpText(
      "after",
      `\nExit: 0 all answer authoritatively, 1 one does not, or nothing is delegated.${exampleOf("check 198.18.0.0/22")}`,
    )
    .action((prefix: string, wish: Wish) => runCheck(prefix, wish, surroundings));
}

async function runPublish(folder: string | undefined, { json }: Wish, surroundings: Surroundings): Promise<void> {
  const context = await surroundings.openContext();
  const where = folder === undefined ? {} : { folder: surroundings.pathOf(folder) };
  const published = await publishZones(context, where).catch((error: unknown) => {
    const { code, path } = error as { code?: string; path?: string };
    if (path === undefined) throw error;
    const what = `${path} cannot be written (${code ?? "unknown"}).`;
    throw new CommandLineProblem({
      what,
      remedy: "Give a folder that you may write to. The files from before are untouched.",
    });
  });
  const { zones, changed } = published;
  surroundings.answer(
    json === true
      ? JSON.stringify(published)
      : `${published.folder}: ${zones} zones, ${changed} with a new serial number.`,
  );
}

async function runShow(text: string | undefined, { json }: Wish, surroundings: Surroundings): Promise<void> {
  if (text === undefined) {
    const files = await listZoneFiles(await surroundings.openContext());
    const lines = files.map(({ apex, serial, publishedAt }) => `${apex} ${serial} since ${publishedAt}`);
    surroundings.answer(json === true ? JSON.stringify(files) : lines.join("\n") || "Nothing has been published yet.");
    return;
  }
  const zones = await listDelegationsInside(await surroundings.openContext(), prefixIn(text));
  const plain = zones.map(({ prefix, ...zone }) => ({ ...zone, prefix: formatPrefix(prefix) }));
  surroundings.answer(
    json === true ? JSON.stringify(plain) : zones.map(describe).join("\n") || "Nothing is delegated.",
  );
}

function describe({ zoneName, prefix, servers, dsRecords }: DelegatedZone): string {
  return [
    `${zoneName} (${formatPrefix(prefix)})`,
    ...servers.map((server) => `  ${server.host}: ${stateOf(server)}`),
    ...dsRecords.map((record) => `  DS ${writeDsRecord(record)}`),
  ].join("\n");
}

function stateOf({ status, statusOn, lastAuthoritativeOn, removalOn, isPublished }: DelegatedServer): string {
  const day = (instant: Date | null) => instant?.toISOString().slice(0, 10) ?? "never";
  return [
    `${status} on ${day(statusOn)}`,
    ...(status === "AA" ? [] : [`authoritative last on ${day(lastAuthoritativeOn)}`]),
    ...(removalOn === null ? [] : [`taken out on ${day(removalOn)} unless it answers`]),
    ...(isPublished ? [] : ["lame, not published"]),
  ].join(", ");
}

async function runCheck(text: string, { json }: Wish, surroundings: Surroundings): Promise<void> {
  const asked = await askDelegated(await surroundings.openContext(), prefixIn(text));
  const lines = asked.map(
    ({ zoneName, host, status, serial }) =>
      `${zoneName} ${host} ${status}${serial === undefined ? "" : ` serial ${serial}`}`,
  );
  surroundings.answer(json === true ? JSON.stringify(asked) : lines.join("\n") || "Nothing is delegated.");
  const isGood = asked.length > 0 && asked.every(({ status }) => status === "AA");
  surroundings.endWith(isGood ? exitCodes.done : exitCodes.answerIsNo);
}

function prefixIn(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix !== undefined) return prefix;
  throw new CommandLineProblem({
    what: `${text} is no prefix.`,
    remedy: "Give one such as 198.18.0.0/22 or 2001:db8::/32.",
  });
}

function exampleOf(words: string): string {
  return `\nExample:\n  npm run -s plenaria -- zones ${words}`;
}
