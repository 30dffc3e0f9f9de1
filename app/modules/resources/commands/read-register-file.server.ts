// Reads a whole statistics file and checks it to the end, before anything is written.
import { stat } from "node:fs/promises";
import { StatisticsReader } from "#app/lib/delegated-statistics/index.ts";
import type {
  StatisticsHeader,
  StatisticsProblem,
  StatisticsProblemCode,
  StatisticsRecord,
} from "#app/lib/delegated-statistics/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { HeldBy } from "../domain/compare-holdings.ts";
import { startKey } from "../domain/holding.ts";
import { readLines } from "./read-lines.server.ts";

export interface RegisterFile {
  readonly header: StatisticsHeader;
  readonly sha256: string;
  readonly holdings: readonly HeldBy[];
  readonly skipped: number;
}

export type RegisterFileRefusal = Refusal<StatisticsProblemCode | "FILE_UNREADABLE">;

/** `onBytes` is told how much of how much has been read. */
export async function readRegisterFile(
  path: string,
  onBytes: (done: number, total: number) => void,
): Promise<Result<RegisterFile, RegisterFileRefusal>> {
  const reader = new StatisticsReader();
  const holdings: HeldBy[] = [];
  let skipped = 0;
  let problem: StatisticsProblem | undefined;
  try {
    const total = (await stat(path)).size;
    const { sha256 } = await readLines(path, (line, bytesRead) => {
      const outcome = reader.readLine(line);
      if (!outcome.ok) {
        problem = outcome.error;
        return false;
      }
      onBytes(bytesRead, total);
      if (outcome.value === undefined) return true;
      const holding = asHolding(outcome.value);
      if (holding) holdings.push(holding);
      else skipped += 1;
      return true;
    });
    const end = problem === undefined ? reader.finish() : { ok: false as const, error: problem };
    if (!end.ok) return refuse(end.error.code, { file: path, line: end.error.line, ...end.error.details });
    return ok({ header: end.value.header, sha256, holdings, skipped });
  } catch (error) {
    return refuseUnreadable(path, error);
  }
}

/** A file that cannot be opened or read is an answer; anything else is a bug. */
export function refuseUnreadable(path: string, error: unknown): Result<never, Refusal<"FILE_UNREADABLE">> {
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (code === undefined || syscall === undefined) throw error;
  return refuse("FILE_UNREADABLE", { file: path, reason: code });
}

function asHolding(record: StatisticsRecord): HeldBy | undefined {
  const { family, start, value, country, date, status, opaqueId } = record;
  if (status !== "allocated" && status !== "assigned") return undefined;
  return { family, start: startKey(family, start), value, country, date, status, opaqueId };
}
