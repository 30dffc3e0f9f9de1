// Takes a back-up of a test's database with the database's own means, while it is in use, and restores it as another one.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import type { Database } from "#app/platform/database/database.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { findPostgresqlPrograms } from "#prisma/throwaway-postgresql.mjs";
import type { Given } from "./databases.ts";

export interface RestoredHouse {
  readonly database: Database;
  /** Takes the restored database away. */
  drop(): Promise<void>;
}

/** The back-up as it is now; what it answers restores it. */
export async function backUp({ kind, database, databaseUrl, settings }: Given): Promise<() => Promise<RestoredHouse>> {
  const path = join(settings.folder, "back-up");
  if (kind === "sqlite") {
    await database.$executeRawUnsafe(`VACUUM INTO '${path}'`);
    return async () => {
      const restored = await openDatabase(`file:${path}`);
      return { database: restored, drop: () => restored.$disconnect() };
    };
  }
  run("pg_dump", ["--format=custom", `--file=${path}`, databaseUrl]);
  return async () => {
    const url = `${databaseUrl}_restored`;
    const name = new URL(url).pathname.slice(1);
    await administer(databaseUrl, `CREATE DATABASE "${name}"`);
    run("pg_restore", [`--dbname=${url}`, path]);
    const restored = await openDatabase(url);
    return {
      database: restored,
      async drop() {
        await restored.$disconnect();
        await administer(databaseUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
      },
    };
  };
}

async function administer(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl.replace(/[^/]+$/, "postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function run(program: string, parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(join(findPostgresqlPrograms() ?? "", program), parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
