// Inserts thousands of rows with one parameter: the database unpacks them from JSON itself.
// Why: the client's createMany takes half a millisecond a row for wide tables; a roll of 13,000 would take six seconds.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { DatabaseWithin } from "./database.server.ts";
import { isPostgresql } from "./database.server.ts";

/** What a column holds. Null is allowed in each. */
export type ColumnKind = "text" | "integer" | "boolean" | "json";

export interface InsertMany {
  readonly table: string;
  /** Names as in the database, with their kinds. Every row must have all of them. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly rows: readonly Readonly<Record<string, Json>>[];
}

const rowsAtATime = 2_000;

/** Inserts all rows. Table and column names come from our code, never from input: they are not escaped. */
export async function insertMany(
  { database, settings }: { readonly database: DatabaseWithin; readonly settings: { readonly databaseUrl: string } },
  { table, columns, rows }: InsertMany,
): Promise<void> {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const source = isPostgresql(settings.databaseUrl) ? fromJsonOnPostgresql(columns) : fromJsonOnSqlite(columns);
  const statement = `INSERT INTO "${table}" (${names.join(", ")}) ${source}`;
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    await database.$executeRawUnsafe(statement, JSON.stringify(rows.slice(start, start + rowsAtATime)));
  }
}

function fromJsonOnSqlite(columns: InsertMany["columns"]): string {
  const values = Object.entries(columns).map(([name, kind]) => `value ${kind === "json" ? "->" : "->>"} '$.${name}'`);
  return `SELECT ${values.join(", ")} FROM json_each(?)`;
}

const postgresqlTypes = { text: "text", integer: "integer", boolean: "boolean" } as const;

function fromJsonOnPostgresql(columns: InsertMany["columns"]): string {
  const values = Object.entries(columns).map(([name, kind]) =>
    kind === "json" ? `line -> '${name}'` : `(line ->> '${name}')::${postgresqlTypes[kind]}`,
  );
  return `SELECT ${values.join(", ")} FROM jsonb_array_elements($1::jsonb) AS line`;
}
