// Every row of every table as text: for tests that look for what must not stand anywhere.
import type { Given } from "./databases.ts";

export interface RowAsText {
  readonly table: string;
  readonly text: string;
}

/** Reads the whole database. Only for the small databases of tests. */
export async function listRows(given: Given): Promise<RowAsText[]> {
  const rows: RowAsText[] = [];
  for (const table of await listTables(given)) {
    const found = await given.database.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`);
    for (const row of found) rows.push({ table, text: Object.values(row).map(textOf).join("\n") });
  }
  return rows;
}

async function listTables(given: Given): Promise<string[]> {
  const query =
    given.kind === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'";
  const found = await given.database.$queryRawUnsafe<{ name: string }[]>(query);
  return found.map(({ name }) => name).filter((name) => name !== "_prisma_migrations");
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "";
}
