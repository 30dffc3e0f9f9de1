// Writes thousands of rows in one statement. Prisma's createMany binds every value by itself, which takes thirty times as long.
import type { ContextWithin } from "../context.server.ts";
import { isPostgresql } from "./database.server.ts";

/** How a column is kept. */
export type ColumnKind = "text" | "integer" | "boolean" | "instant" | "json";

type CellOf<Kind extends ColumnKind> = Kind extends "integer"
  ? number | null
  : Kind extends "boolean"
    ? boolean
    : Kind extends "instant"
      ? Date | null
      : Kind extends "json"
        ? object
        : string | null;

/** Rows for a table with these columns. */
export type RowsOf<Columns extends Readonly<Record<string, ColumnKind>>> = readonly {
  readonly [Name in keyof Columns]: CellOf<Columns[Name]>;
}[];

const rowsPerStatement = 5_000;

/**
 * Inserts the rows. The table and the columns are named in code, never by people: they stand in the statement as they are.
 * Every column without a default in the database must be given, the id too.
 */
export async function insertRows<Columns extends Readonly<Record<string, ColumnKind>>>(
  within: ContextWithin,
  table: string,
  columns: Columns,
  rows: RowsOf<Columns>,
): Promise<void> {
  const onPostgresql = isPostgresql(within.settings.databaseUrl);
  const statement = onPostgresql ? postgresqlStatement(table, columns) : sqliteStatement(table, columns);
  const names = Object.keys(columns);
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement);
    const cells = part.map((row) => names.map((name) => cellOf(row[name], onPostgresql)));
    await within.database.$executeRawUnsafe(statement, JSON.stringify(cells));
  }
}

function sqliteStatement(table: string, columns: Readonly<Record<string, ColumnKind>>): string {
  const values = Object.keys(columns).map((_, index) => `value->>${index}`);
  return `INSERT INTO "${table}" (${quoted(columns)}) SELECT ${values.join(", ")} FROM json_each(?)`;
}

/** What PostgreSQL calls each kind. */
export const postgresqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: "text",
  integer: "integer",
  boolean: "boolean",
  instant: "timestamp(3)",
  json: "jsonb",
};

function postgresqlStatement(table: string, columns: Readonly<Record<string, ColumnKind>>): string {
  const values = Object.values(columns).map((kind, index) => `(value->>${index})::${postgresqlTypes[kind]}`);
  return `INSERT INTO "${table}" (${quoted(columns)}) SELECT ${values.join(", ")} FROM json_array_elements($1::json)`;
}

function quoted(columns: Readonly<Record<string, ColumnKind>>): string {
  return Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(", ");
}

/**
 * A cell as it stands in the statement's JSON.
 *
 * Why: the form in which Prisma's SQLite adapter keeps instants; PostgreSQL reads the same text and drops the zone, which is UTC.
 */
export function cellOf(cell: unknown, onPostgresql: boolean): unknown {
  if (cell instanceof Date) return onPostgresql ? cell.toISOString() : cell.toISOString().replace("Z", "+00:00");
  if (typeof cell === "object" && cell !== null) return JSON.stringify(cell);
  return cell ?? null;
}
