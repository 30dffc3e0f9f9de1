// Compares the register with a file and writes what differs, in few large statements.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Difference, HeldBy, RegisteredHolding } from "../domain/compare-holdings.ts";
import { compareHoldings } from "../domain/compare-holdings.ts";
import type { Holding } from "../domain/holding.ts";
import type { ImportProgress } from "./import-register.server.ts";

export interface AppliedDifference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly organizationsWithoutHoldings: number;
}

const columns = {
  id: "text",
  organizationId: "text",
  family: "text",
  start: "text",
  value: "integer",
  country: "text",
  date: "text",
  status: "text",
} as const;

// Why: a database takes a limited number of values in one statement (SQLite 32,766); short parts also let the progress move.
const rowsAtATime = 10_000;

export async function applyDifference(
  within: ContextWithin,
  published: readonly HeldBy[],
  idByOpaqueId: ReadonlyMap<string, string>,
  tell: (progress: ImportProgress) => void,
): Promise<AppliedDifference> {
  const difference = compareHoldings(await listRegistered(within, idByOpaqueId), published);
  const { added, changed, removed } = difference;
  // Why removed and written again: a changed record is rare, and two statements serve thousands of them.
  const gone = [...removed.map((holding) => holding.id), ...changed.map(({ before }) => before.id)];
  for (const ids of inParts(gone)) await within.database.holding.deleteMany({ where: { id: { in: ids } } });
  const rows = [...added, ...changed.map(({ after }) => after)].map((holding) => ({
    ...holding,
    id: randomIdentifier(within.random),
    organizationId: organizationOf(holding, idByOpaqueId),
  }));
  let done = 0;
  for (const part of inParts(rows)) {
    await insertRows(within, "holdings", columns, part);
    tell({ phase: "holdings", done: (done += part.length), total: rows.length });
  }
  return {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    organizationsWithoutHoldings: countWithoutHoldings(difference, published),
  };
}

async function listRegistered(
  within: ContextWithin,
  idByOpaqueId: ReadonlyMap<string, string>,
): Promise<RegisteredHolding[]> {
  const opaqueIdById = new Map([...idByOpaqueId].map(([opaqueId, id]) => [id, opaqueId]));
  const rows = await within.database.holding.findMany();
  return rows.map(({ organizationId, ...holding }) => ({
    ...(holding as Holding & { id: string }),
    opaqueId: opaqueIdById.get(organizationId) ?? "",
  }));
}

function countWithoutHoldings({ removed, changed }: Difference, published: readonly HeldBy[]): number {
  if (removed.length + changed.length === 0) return 0;
  const holders = new Set(published.map((holding) => holding.opaqueId));
  const losers = new Set([...removed, ...changed.map(({ before }) => before)].map((holding) => holding.opaqueId));
  return [...losers].filter((opaqueId) => !holders.has(opaqueId)).length;
}

function organizationOf({ opaqueId }: HeldBy, idByOpaqueId: ReadonlyMap<string, string>): string {
  const organizationId = idByOpaqueId.get(opaqueId);
  if (organizationId === undefined) throw new Error(`no organisation for holder ${opaqueId}`);
  return organizationId;
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let start = 0; start < rows.length; start += rowsAtATime) parts.push(rows.slice(start, start + rowsAtATime));
  return parts;
}
