// Prisma's command line reads this. The two schemas are assembled by prisma/generate.mjs, one per database.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: process.env.PLENARIA_PRISMA_SCHEMA ?? "app/platform/database/generated/sqlite-schema",
});
