// How long the zone files of a whole register take: every block of the real statistics file delegated to two servers, all its zones generated.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectOk } from "#app/lib/result/index.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { publishZones } from "#app/modules/reverse-dns/index.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { delegateEverything } from "../factories/reverse-zones.ts";
import { benchContext } from "./bench-context.ts";

export async function benchReverseDns(print: (line: string) => void): Promise<void> {
  const registry = join(process.env["PLENARIA_SHARED_DATA"] ?? "../shared/data", "registry");
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"));
  const databaseUrl = `file:${folder}/bench.db`;
  await migrateDatabase(databaseUrl);
  const database = await openDatabase(databaseUrl);
  const context = benchContext(databaseUrl, folder, database);
  try {
    expectOk(await importRegister(context, { path: join(registry, "delegated-lacnic-extended-20240105.txt") }));
    const zones = await delegateEverything(context);
    const began = performance.now();
    const { zones: files, folder: published } = await publishZones(context);
    const seconds = (performance.now() - began) / 1000;
    const bytes = readdirSync(published).reduce((sum, name) => sum + statSync(join(published, name)).size, 0);
    const megabytes = (bytes / 1_000_000).toFixed(1);
    print(
      `the reverse zones of the whole register: ${seconds.toFixed(2)} s (goal 10 s); ${zones} zones in ${files} files, ${megabytes} MB`,
    );
  } finally {
    await database.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
