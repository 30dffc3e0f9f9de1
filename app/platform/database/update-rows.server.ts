// Changes thousands of rows in a few statements, each row to its own values. One by one they take seconds, and whoever holds a lock
// meanwhile keeps all others waiting.
import type { ContextWithin } from "../context.server.ts";
import { isPostgresql } from "./database.server.ts";
import type { ColumnKind, RowsOf } from "./insert-rows.server.ts";
import { cellOf, postgresqlTypes } from "./insert-rows.server.ts";

const rowsPerStatement = 500;

/**
 * Sets `columns` in the row that has the cells of `keys`; a row that is not there is left out. The table and the columns are named
 * in code, never by people: they stand in the statement as they are.
 */
export async function updateRows<
  Keys extends Readonly<Record<string, ColumnKind>>,
  Columns extends Readonly<Record<string, ColumnKind>>,
>(
  within: ContextWithin,
  table: string,
  { keys, columns }: { readonly keys: Keys; readonly columns: Columns },
  rows: RowsOf<Keys & Columns>,
): Promise<void> {
  const onPostgresql = isPostgresql(within.settings.databaseUrl);
  const all: Readonly<Record<string, ColumnKind>> = { ...keys, ...columns };
  const names = Object.keys(all);
  const value = (name: string) => {
    const cell = `part.value->>${names.indexOf(name)}`;
    return onPostgresql ? `(${cell})::${postgresqlTypes[all[name] ?? "text"]}` : cell;
  };
  const changes = Object.keys(columns).map((name) => `"${name}" = ${value(name)}`);
  const conditions = Object.keys(keys).map((name) => `"${table}"."${name}" = ${value(name)}`);
  const source = onPostgresql ? "json_array_elements($1::json)" : "json_each(?)";
  const statement = `UPDATE "${table}" SET ${changes.join(", ")} FROM ${source} AS part WHERE ${conditions.join(" AND ")}`;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement) as readonly Readonly<Record<string, unknown>>[];
    const cells = part.map((row) => names.map((name) => cellOf(row[name], onPostgresql)));
    await within.database.$executeRawUnsafe(statement, JSON.stringify(cells));
  }
}
