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
import type { UndelegatedRange } from "../domain/undelegated-range.ts";
import { readLines } from "./read-lines.server.ts";

export interface RegisterFile {
  readonly header: StatisticsHeader;
  readonly sha256: string;
  readonly holdings: readonly HeldBy[];
  readonly undelegated: readonly UndelegatedRange[];
}

export type RegisterFileRefusal = Refusal<StatisticsProblemCode | "FILE_UNREADABLE">;

/** `onBytes` is told how much of how much has been read. */
export async function readRegisterFile(
  path: string,
  onBytes: (done: number, total: number) => void,
): Promise<Result<RegisterFile, RegisterFileRefusal>> {
  const reader = new StatisticsReader();
  const holdings: HeldBy[] = [];
  const undelegated: UndelegatedRange[] = [];
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
      const record = asRecordOfRegister(outcome.value);
      if ("opaqueId" in record) holdings.push(record);
      else undelegated.push(record);
      return true;
    });
    const end = problem === undefined ? reader.finish() : { ok: false as const, error: problem };
    if (!end.ok) return refuse(end.error.code, { file: path, line: end.error.line, ...end.error.details });
    return ok({ header: end.value.header, sha256, holdings, undelegated });
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

function asRecordOfRegister(record: StatisticsRecord): HeldBy | UndelegatedRange {
  const { family, start, value, country, date, status, opaqueId } = record;
  const range = { family, start: startKey(family, start), value, date };
  if (status === "available" || status === "reserved") return { ...range, status };
  return { ...range, country, status, opaqueId };
}
