// The database: SQLite by default, PostgreSQL when DATABASE_URL says so. Both have the same models.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "./generated/sqlite/client.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** The client, typed as the smaller of the two: what SQLite's can do, PostgreSQL's can too. */
export type Database = SqliteClient;
/** The same inside a transaction. */
export type DatabaseWithin = Prisma.TransactionClient;
export type { Prisma };

/** Opens the database at the URL. Close it with `$disconnect()`. */
export async function openDatabase(databaseUrl: string): Promise<Database> {
  if (isPostgresql(databaseUrl)) {
    const adapter = new PrismaPg({ connectionString: databaseUrl });
    return new PostgresqlClient({ adapter }) as unknown as Database;
  }
  const database = new SqliteClient({ adapter: new PrismaBetterSqlite3({ url: databaseUrl, timeout: 10_000 }) });
  // Why: readers do not wait for the writer, and a killed process loses nothing that was committed.
  await database.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  await database.$queryRawUnsafe("PRAGMA synchronous = FULL");
  return database;
}

/** For a question with `contains`. Why: SQLite's LIKE ignores case by itself; PostgreSQL must be told, in words that SQLite's client does not know. */
export function caseInsensitive({ databaseUrl }: { readonly databaseUrl: string }): object {
  return isPostgresql(databaseUrl) ? { mode: "insensitive" } : {};
}

/** Whether a URL means PostgreSQL. */
export function isPostgresql(databaseUrl: string): boolean {
  return /^postgres(ql)?:\/\//.test(databaseUrl);
}
