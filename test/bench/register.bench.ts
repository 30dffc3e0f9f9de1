// How long the whole register takes: reading it in, applying it again, and asking who may vote. SQLite, on a fresh database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectOk } from "#app/lib/result/index.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import { findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { benchContext } from "./bench-context.ts";

/** One measured thing. `goal` is what the project holds itself to. */
export interface RegisterFigure {
  readonly name: string;
  readonly seconds: number;
  readonly goal?: number;
}

/**
 * Measures and prints, one line a figure. `registry` is the folder with the statistics file and the AS names;
 * `databaseUrl` an empty database (absent: a fresh SQLite file, as people have it).
 */
export async function benchRegister(
  print: (line: string) => void,
  wish: { readonly registry?: string; readonly databaseUrl?: string } = {},
): Promise<RegisterFigure[]> {
  const registry = wish.registry ?? join(process.env["PLENARIA_SHARED_DATA"] ?? "../shared/data", "registry");
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"));
  const databaseUrl = wish.databaseUrl ?? `file:${folder}/bench.db`;
  await migrateDatabase(databaseUrl);
  const database = await openDatabase(databaseUrl);
  const context = benchContext(databaseUrl, folder, database);
  const figures: RegisterFigure[] = [];
  const measure = async (name: string, goal: number | undefined, work: () => Promise<string>) => {
    const began = performance.now();
    const outcome = await work();
    const seconds = (performance.now() - began) / 1000;
    figures.push({ name, seconds, ...(goal === undefined ? {} : { goal }) });
    print(`${name}: ${seconds.toFixed(2)} s${goal === undefined ? "" : ` (goal ${goal} s)`}; ${outcome}`);
  };
  const input = {
    path: join(registry, "delegated-lacnic-extended-20240105.txt"),
    namesPath: join(registry, "asn-names-lacnic-region-2026-06.csv"),
  };
  const importing = async () => {
    const report = expectOk(await importRegister(context, input));
    return `${report.records} records of ${report.organizations} holders: ${report.added} added, ${report.changed} changed, ${report.removed} removed`;
  };
  try {
    await measure("the whole register read in", 10, importing);
    await measure("the same file applied again", undefined, importing);
    await measure("voting rights of everybody", 2, async () => {
      const rights = await votingRightsOn(context, "2024-01-05");
      const votes = rights.reduce((sum, right) => sum + (right.isEntitled ? right.votes : 0), 0);
      return `${rights.length} organisations, ${rights.filter((right) => right.isEntitled).length} entitled, ${votes} votes`;
    });
    await measure("a search among all organisations", undefined, async () => {
      const found = await findOrganizations(context, { query: "universidad" });
      return `${found.total} found`;
    });
  } finally {
    await database.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}
