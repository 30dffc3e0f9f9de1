// Keeps what a registry's file says of ranges that nobody holds, and its first line: so the register can write the file back.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { UndelegatedRange } from "../domain/undelegated-range.ts";
import type { RegisterFile } from "./read-register-file.server.ts";

const columns = {
  id: "text",
  registry: "text",
  family: "text",
  start: "text",
  value: "integer",
  date: "text",
  status: "text",
} as const;

/** Whether anything changed. A day's file changes a few hundred of many thousands, so only those are written. */
export async function replaceUndelegated(
  within: ContextWithin,
  registry: string,
  published: readonly UndelegatedRange[],
): Promise<boolean> {
  const known = await within.database.undelegatedRange.findMany({ where: { registry } });
  const left = new Map(known.map((range) => [textOf(range), range.id]));
  const added = published.filter((range) => !left.delete(textOf(range)));
  const gone = [...left.values()];
  for (let start = 0; start < gone.length; start += 10_000) {
    await within.database.undelegatedRange.deleteMany({ where: { id: { in: gone.slice(start, start + 10_000) } } });
  }
  const rows = added.map((range) => ({ id: randomIdentifier(within.random), registry, ...range }));
  await insertRows(within, "undelegated_ranges", columns, rows);
  return added.length + gone.length > 0;
}

/** The first line of the file, and what the register is after it. */
export async function keepHeading(within: ContextWithin, { header, sha256 }: RegisterFile): Promise<void> {
  const { registry, version, serial, day, since, offset } = header;
  const heading = { version, serial, day, since, offset, sha256 };
  await within.database.statisticsHeading.upsert({
    where: { registry },
    create: { registry, ...heading },
    update: heading,
  });
}

function textOf({
  family,
  start,
  value,
  date,
  status,
}: Omit<UndelegatedRange, "family" | "status"> & { family: string; status: string }) {
  return [family, start, value, date, status].join("|");
}
