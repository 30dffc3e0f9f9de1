// Brings a database to the newest migration. Keeps Prisma's own table of migrations, so `prisma migrate deploy` may go on from here.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, schemaText } from "./assemble-schema.mjs";
import { adapterFactory, withSchemaEngine, providerOf } from "./schema-engine.mjs";

/** The migrations of one provider, oldest first, as the engine wants them. */
export function migrationList(provider) {
  const baseDir = join(root, "prisma/migrations", provider);
  const migrationDirectories = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
      },
    }));
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: `provider = "${provider}"\n` },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Applies what is missing; answers the names of the migrations it applied. */
export async function migrateDatabase(databaseUrl) {
  const provider = providerOf(databaseUrl);
  if (provider === "sqlite") ensureFolder(databaseUrl);
  // Why: the engine wants SQLite for itself alone; where there is nothing to apply, other programs may go on using it.
  if ((await listMissingMigrations(databaseUrl)).length === 0) return [];
  const datamodels = [["schema.prisma", schemaText(provider)]];
  return withSchemaEngine(databaseUrl, datamodels, async (engine) => {
    const output = await engine.applyMigrations({
      migrationsList: migrationList(provider),
      filters: { externalTables: [], externalEnums: [] },
    });
    return output.appliedMigrationNames;
  });
}

/** The names of the migrations that the database lacks, oldest first. */
export async function listMissingMigrations(databaseUrl) {
  const wanted = migrationList(providerOf(databaseUrl)).migrationDirectories.map(({ path }) => path);
  const connection = await adapterFactory(databaseUrl).connect();
  try {
    const applied = await connection.queryRaw({
      sql: `SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
      args: [],
      argTypes: [],
    });
    const names = new Set(applied.rows.map(([name]) => name));
    return wanted.filter((name) => !names.has(name));
  } catch (error) {
    if (error.cause?.kind === "TableDoesNotExist") return wanted;
    throw error;
  } finally {
    await connection.dispose();
  }
}

function ensureFolder(databaseUrl) {
  const folder = dirname(databaseUrl.slice("file:".length));
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
}
