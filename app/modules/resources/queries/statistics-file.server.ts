// The statistics file of a registry, written from the register: byte for byte the one that was read, where nothing has changed since.
import { createHash } from "node:crypto";
import { writeMd5Line, writeStatistics } from "#app/lib/delegated-statistics/index.ts";
import type { WrittenRecord } from "#app/lib/delegated-statistics/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { Family } from "../domain/holding.ts";

export interface StatisticsFile {
  /** "delegated-lacnic-extended-latest". */
  readonly name: string;
  readonly text: string;
  /** What stands in NAME.md5. */
  readonly md5Line: string;
  /** Whether it is the file that was read last, byte for byte. */
  readonly isAsRead: boolean;
}

/**
 * `day` (YYYY-MM-DD) dates a file of a register that has changed since the last file was read: its serial and the day that it describes.
 * Refused: STATISTICS_NEVER_READ, where no file of this registry has been read.
 */
export async function statisticsFileOf(
  context: ReadingContext,
  registry: string,
  day: string,
): Promise<Result<StatisticsFile, Refusal<"STATISTICS_NEVER_READ">>> {
  const heading = await context.database.statisticsHeading.findUnique({ where: { registry } });
  if (heading === null) return refuse("STATISTICS_NEVER_READ", { registry });
  const records = [...(await heldRecords(context, registry)), ...(await undelegatedRecords(context, registry))];
  const asRead = writeStatistics(heading, records);
  const isAsRead = createHash("sha256").update(asRead).digest("hex") === heading.sha256;
  const text = isAsRead ? asRead : writeStatistics({ ...heading, serial: day.replaceAll("-", ""), day }, records);
  const name = `delegated-${registry}-extended-latest`;
  return ok({ name, text, md5Line: writeMd5Line(name, createHash("md5").update(text).digest("hex")), isAsRead });
}

async function heldRecords(context: ReadingContext, registry: string): Promise<WrittenRecord[]> {
  const rows = await context.database.holding.findMany({ where: { registry } });
  const holders = await listOrganizationLines(context, "all");
  const opaqueIds = new Map(holders.map(({ id, opaqueId }) => [id, opaqueId ?? ""]));
  return rows.map(({ family, start, value, country, date, status, organizationId }) => ({
    ...{ value, country, date },
    family: family as Family,
    start: firstOf(family, start),
    status: status === "assigned" ? "assigned" : "allocated",
    opaqueId: opaqueIds.get(organizationId) ?? "",
  }));
}

async function undelegatedRecords(context: ReadingContext, registry: string): Promise<WrittenRecord[]> {
  const rows = await context.database.undelegatedRange.findMany({ where: { registry } });
  return rows.map(({ family, start, value, date, status }) => ({
    ...{ value, date },
    ...{ country: "", opaqueId: "" },
    family: family as Family,
    start: firstOf(family, start),
    status: status === "available" ? "available" : "reserved",
  }));
}

function firstOf(family: string, start: string): bigint {
  return BigInt(family === "asn" ? start : `0x${start}`);
}
