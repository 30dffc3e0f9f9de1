// Before a run: one migrated SQLite file and one migrated PostgreSQL database, from which every test gets a copy.
// The projects of a run share them; the last one to finish takes them away.
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { throwawayFolder } from "#prisma/throwaway-folder.mjs";
import { findPostgresqlPrograms, startThrowawayPostgresql } from "#prisma/throwaway-postgresql.mjs";

export interface TemplateDatabases {
  /** A folder that is gone after the run. */
  readonly folder: string;
  readonly sqliteTemplate: string;
  /** Without a database name, ending in "/"; undefined where PostgreSQL is missing. */
  readonly postgresqlUrl: string | undefined;
  /** As CREATE DATABASE wants it: the template and how to copy it. */
  readonly postgresqlTemplate: string;
  /** Why there is no PostgreSQL, as what to do about it. */
  readonly postgresqlMissing: string;
}

declare module "vitest" {
  interface ProvidedContext {
    databases: TemplateDatabases;
  }
}

const templateName = "plenaria_template";

interface Prepared {
  readonly databases: TemplateDatabases;
  stop(): void;
}

interface Sharing {
  users: number;
  prepared: Promise<Prepared>;
}

// Why on the global object: each project of a run loads its own copy of this file.
const place = globalThis as { plenariaTemplateDatabases?: Sharing | undefined };

export default async function prepareTemplates(project: TestProject): Promise<() => Promise<void>> {
  place.plenariaTemplateDatabases ??= { users: 0, prepared: prepare() };
  const sharing = place.plenariaTemplateDatabases;
  sharing.users += 1;
  const prepared = await sharing.prepared;
  project.provide("databases", prepared.databases);
  return async () => {
    sharing.users -= 1;
    if (sharing.users > 0) return;
    place.plenariaTemplateDatabases = undefined;
    prepared.stop();
  };
}

async function prepare(): Promise<Prepared> {
  const folder = throwawayFolder("plenaria-tests-");
  const sqliteTemplate = join(folder, "template.db");
  await migrateDatabase(`file:${sqliteTemplate}`);
  const missing = whyNoPostgresql();
  const cluster = missing === "" ? await preparePostgresql() : undefined;
  return {
    databases: {
      folder,
      sqliteTemplate,
      postgresqlUrl: cluster?.urlOf(""),
      postgresqlTemplate: cluster?.template ?? "",
      postgresqlMissing: missing,
    },
    stop() {
      cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function whyNoPostgresql(): string {
  if (process.env["PLENARIA_TEST_DATABASES"] === "sqlite")
    return "PLENARIA_TEST_DATABASES=sqlite asks for SQLite alone.";
  return findPostgresqlPrograms() === undefined ? "Debian: apt-get install postgresql." : "";
}

async function preparePostgresql() {
  const cluster = await startThrowawayPostgresql();
  const client = new pg.Client({ connectionString: cluster.urlOf("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName}`);
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  await client.end();
  await migrateDatabase(cluster.urlOf(templateName));
  // Why so: copying the files costs half of what copying pages through the log does, as long as the folder is in memory. Older ones know nothing else.
  const strategy = (rows[0]?.version ?? 0) >= 150_000 ? " STRATEGY FILE_COPY" : "";
  return { ...cluster, template: `${templateName}${strategy}` };
}
