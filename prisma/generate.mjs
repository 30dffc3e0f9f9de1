// Generates the two database clients, SQLite and PostgreSQL, from prisma/schema. Does nothing when nothing changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedFolder, providers, root, schemaFingerprint, writeSchema } from "./assemble-schema.mjs";

const stamp = join(generatedFolder, "fingerprint.txt");

/** Generates both clients if a model changed; answers whether it had to. */
export function generateClients() {
  const fingerprint = schemaFingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return false;
  for (const provider of providers) generateClient(provider);
  writeFileSync(stamp, fingerprint);
  return true;
}

function generateClient(provider) {
  const schema = writeSchema(provider);
  const run = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      // Why: the client needs no native engine, but the command line would download one before it generates.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (run.status !== 0) {
    throw new Error(`Prisma could not generate the ${provider} client:\n${run.stdout}\n${run.stderr}`);
  }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split("/").pop() ?? "")) {
  console.error(generateClients() ? "Database clients generated." : "Database clients are up to date.");
}
