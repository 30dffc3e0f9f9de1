// Prisma's schema engine as WebAssembly, loaded by hand: migrations without downloading a native engine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";

const require = createRequire(import.meta.url);

/** Says which of the two databases a URL means; throws for anything else. */
export function providerOf(databaseUrl) {
  if (databaseUrl.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return "postgresql";
  throw new Error(
    `DATABASE_URL must begin with "file:" (SQLite) or "postgresql://"; it begins with "${databaseUrl.slice(0, 12)}…".`,
  );
}

/** An adapter factory for the database at the URL. */
export function adapterFactory(databaseUrl) {
  return providerOf(databaseUrl) === "sqlite"
    ? new PrismaBetterSqlite3({ url: databaseUrl })
    : new PrismaPg({ connectionString: databaseUrl });
}

let engineClass;

// Why once: the glue keeps its WebAssembly instance in a module variable; a second instance would pull it from under the first.
function engineClassOnce() {
  engineClass ??= loadEngineClass();
  return engineClass;
}

async function loadEngineClass() {
  let panic = "";
  global.PRISMA_WASM_PANIC_REGISTRY = { get: () => panic, set_message: (message) => (panic = message) };
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(path), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/**
 * Opens an engine bound to the database at the URL, lets `use` work with it and closes its connections.
 * `datamodels` are [name, text] pairs.
 */
export async function withSchemaEngine(databaseUrl, datamodels, use) {
  const SchemaEngine = await engineClassOnce();
  const { factory, closeConnections } = closingFactory(adapterFactory(databaseUrl));
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await use(engine);
  } finally {
    engine.free();
    await closeConnections();
  }
}

// Why: freeing the engine leaves its connections open, and SQLite keeps its lock with them.
function closingFactory(inner) {
  const connections = [];
  const remember = async (connection) => {
    connections.push(await connection);
    return connection;
  };
  const factory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: () => remember(inner.connect()),
    connectToShadowDb: () => remember(inner.connectToShadowDb()),
  };
  const closeConnections = async () => {
    for (const connection of connections) await connection.dispose();
  };
  return { factory, closeConnections };
}
