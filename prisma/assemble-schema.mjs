// The models are the same for both databases; only datasource and generator differ. This puts the two schemas together.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const providers = ["sqlite", "postgresql"];
export const root = fileURLToPath(new URL("..", import.meta.url));
export const generatedFolder = join(root, "app/platform/database/generated");

/** All models, one text, files in alphabetical order. */
export function modelsText() {
  const folder = join(root, "prisma/schema");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

/** The whole schema for one provider. */
export function schemaText(provider, models = modelsText()) {
  return `datasource db {
  provider = "${provider}"
}

generator client {
  provider            = "prisma-client"
  output              = "../${provider}"
  engineType          = "client"
  runtime             = "nodejs"
  moduleFormat        = "esm"
  importFileExtension = "ts"
}

${models}`;
}

/** Changes whenever a model or the generator's version changes. */
export function schemaFingerprint() {
  const version = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8")).version;
  return createHash("sha256")
    .update(`${version}\n${providers.map((provider) => schemaText(provider)).join("\n")}`)
    .digest("hex");
}

/** Writes the schema of one provider where the generator reads it; answers the folder. */
export function writeSchema(provider) {
  const folder = join(generatedFolder, `${provider}-schema`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "schema.prisma"), schemaText(provider));
  return folder;
}
