// Compares the register with a file and writes what differs, in few large statements. A file speaks for its own registry only.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Difference, HeldBy, RegisteredHolding } from "../domain/compare-holdings.ts";
import { compareHoldings } from "../domain/compare-holdings.ts";
import type { Holding } from "../domain/holding.ts";
import { writeHolding } from "../domain/holding.ts";
import type { ImportProgress } from "../domain/import-progress.ts";

export interface PublishedHoldings {
  readonly registry: string;
  readonly published: readonly HeldBy[];
  readonly idByOpaqueId: ReadonlyMap<string, string>;
}

export interface AppliedDifference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly organizationsWithoutHoldings: number;
}

const columns = {
  id: "text",
  organizationId: "text",
  registry: "text",
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
  { registry, published, idByOpaqueId }: PublishedHoldings,
  tell: (progress: ImportProgress) => void,
): Promise<Result<AppliedDifference, Refusal<"HELD_IN_ANOTHER_REGISTRY">>> {
  const difference = compareHoldings(await listRegistered(within, registry, idByOpaqueId), published);
  const { added, changed, removed } = difference;
  const collision = await findCollision(within, registry, added);
  if (collision) return refuse("HELD_IN_ANOTHER_REGISTRY", collision);
  // Why removed and written again: a changed record is rare, and two statements serve thousands of them.
  const gone = [...removed.map((holding) => holding.id), ...changed.map(({ before }) => before.id)];
  for (const ids of inParts(gone)) await within.database.holding.deleteMany({ where: { id: { in: ids } } });
  const rows = [...added, ...changed.map(({ after }) => after)].map((holding) => ({
    ...holding,
    id: randomIdentifier(within.random),
    organizationId: organizationOf(holding, idByOpaqueId),
    registry,
  }));
  let done = 0;
  for (const part of inParts(rows)) {
    await insertRows(within, "holdings", columns, part);
    tell({ phase: "holdings", done: (done += part.length), total: rows.length });
  }
  return ok({
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    organizationsWithoutHoldings: countWithoutHoldings(difference, published),
  });
}

async function listRegistered(
  within: ContextWithin,
  registry: string,
  idByOpaqueId: ReadonlyMap<string, string>,
): Promise<RegisteredHolding[]> {
  const opaqueIdById = new Map([...idByOpaqueId].map(([opaqueId, id]) => [id, opaqueId]));
  const rows = await within.database.holding.findMany({ where: { registry } });
  return rows.map(({ organizationId, ...holding }) => ({
    ...(holding as Holding & { id: string }),
    opaqueId: opaqueIdById.get(organizationId) ?? "",
  }));
}

/** A record of the file that another registry's file has claimed already. */
async function findCollision(
  within: ContextWithin,
  registry: string,
  added: readonly HeldBy[],
): Promise<{ resource: string; registry: string } | undefined> {
  const others = await within.database.holding.findMany({
    where: { registry: { not: registry } },
    select: { family: true, start: true, registry: true },
  });
  if (others.length === 0) return undefined;
  const taken = new Map(others.map((other) => [`${other.family}/${other.start}`, other.registry]));
  for (const holding of added) {
    const owner = taken.get(`${holding.family}/${holding.start}`);
    if (owner !== undefined) return { resource: writeHolding(holding).join(" "), registry: owner };
  }
  return undefined;
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
