// Writes the next migration for both databases from what changed in prisma/schema since the last one.
// Use: npm run migration -- add-quorum
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { modelsText, providers, root, schemaText } from "./assemble-schema.mjs";
import { withSchemaEngine } from "./schema-engine.mjs";
import { startThrowawayPostgresql } from "./throwaway-postgresql.mjs";

const snapshotPath = join(root, "prisma/migrations/models-at-last-migration.prisma");
const filters = { externalTables: [], externalEnums: [] };

async function differenceInSql(provider, before, url) {
  const after = [["schema.prisma", schemaText(provider)]];
  const datamodel = (text) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: text }] });
  const { stdout } = await withSchemaEngine(url, after, (engine) =>
    engine.diff({
      from: before === undefined ? { tag: "empty" } : datamodel(schemaText(provider, before)),
      to: datamodel(schemaText(provider)),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters,
    }),
  );
  return stdout ?? "";
}

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error("Give the migration a name of small letters and hyphens: npm run migration -- add-quorum");
  process.exit(2);
}
const before = existsSync(snapshotPath) ? readFileSync(snapshotPath, "utf8") : undefined;
if (before === modelsText()) {
  console.error("No model changed since the last migration; nothing to write.");
  process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
// Why: the engine wants a database to be bound to, even where it only compares two schemas.
const postgresql = await startThrowawayPostgresql();
for (const provider of providers) {
  const url = provider === "sqlite" ? "file::memory:" : postgresql.urlOf("postgres");
  const folder = join(root, "prisma/migrations", provider, `${stamp}_${name.replaceAll("-", "_")}`);
  const sql = await differenceInSql(provider, before, url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.error(`Wrote ${folder.slice(root.length)}/migration.sql`);
}
writeFileSync(snapshotPath, modelsText());
postgresql.stop();
process.exit(0);
