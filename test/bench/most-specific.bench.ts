// How long the smallest network of an address takes to find among the whole register and 100,000 sub-assignments: the database's own time,
// over its bare driver and with the very words that the register asks with; and the register's own way, which reads the row as well.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BareSqlite from "better-sqlite3";
import pg from "pg";
import type { Address, Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixSize } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { findNetworkOfAddress, importRegister, readWholeRegister } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { findPostgresqlPrograms, startThrowawayPostgresql } from "#prisma/throwaway-postgresql.mjs";
import type { NetworkRow } from "../setup/network-rows.ts";
import { addNetworkRows } from "../setup/network-rows.ts";
import { seededRandomness } from "../setup/randomness.ts";
import type { RawQuestion } from "../setup/questions-asked.ts";
import { writingDown } from "../setup/questions-asked.ts";
import { benchContext } from "./bench-context.ts";

type Print = (line: string) => void;
type AskBare = (question: RawQuestion) => unknown;

const subAssignments = 100_000;
const lookups = 5_000;

export async function benchMostSpecific(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"));
  try {
    await measureOn(print, "SQLite", `file:${folder}/bench.db`, () => {
      const bare = new BareSqlite(`${folder}/bench.db`, { readonly: true });
      let prepared: BareSqlite.Statement | undefined;
      // Why prepared once: the words are the same for every address.
      const ask: AskBare = ({ sql, values }) => (prepared ??= bare.prepare(sql)).all(...values);
      return { ask, close: () => Promise.resolve(bare.close()) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (findPostgresqlPrograms() === undefined) {
    print("the smallest network of an address, PostgreSQL: left out, its programs are not installed");
    return;
  }
  const cluster = await startThrowawayPostgresql();
  try {
    const url = cluster.urlOf("postgres");
    await measureOn(print, "PostgreSQL", url, async () => {
      const bare = new pg.Client({ connectionString: url });
      await bare.connect();
      const ask: AskBare = ({ text, values }) => bare.query({ name: "smallest", text, values: [...values] });
      return { ask, close: () => bare.end() };
    });
  } finally {
    cluster.stop();
  }
}

type OpenBare = () => Bare | Promise<Bare>;
interface Bare {
  readonly ask: AskBare;
  close(): Promise<unknown>;
}

async function measureOn(print: Print, name: string, databaseUrl: string, open: OpenBare): Promise<void> {
  await migrateDatabase(databaseUrl);
  const database = await openDatabase(databaseUrl);
  const context = benchContext(databaseUrl, tmpdir(), database);
  try {
    const { networks, addresses } = await fill(context);
    const bare = await open();
    const questions = await questionsOf(context, addresses);
    await timeOf(questions, bare.ask);
    const own = await timeOf(questions, bare.ask);
    await bare.close();
    const whole = await timeOf(addresses, (address) => findNetworkOfAddress(context, address));
    print(
      `the smallest network of an address among ${networks}, ${name}: ` +
        `${own.toFixed(0)} µs over the bare driver, ${whole.toFixed(0)} µs for the register with the row read`,
    );
  } finally {
    await database.$disconnect();
  }
}

/** Microseconds for one, in the mean. */
async function timeOf<Each>(all: readonly Each[], work: (each: Each) => unknown): Promise<number> {
  const began = performance.now();
  for (const each of all) await work(each);
  return ((performance.now() - began) * 1000) / all.length;
}

/** The register's own words for each address, without asking twice. */
async function questionsOf(context: Context, addresses: readonly Address[]): Promise<RawQuestion[]> {
  const { context: written, questions } = writingDown(context);
  for (const address of addresses) await findNetworkOfAddress(written, address);
  return questions.filter(({ what }) => what.includes("queryRaw")).map(({ args }) => args as RawQuestion);
}

/** The whole real register, its larger IPv4 blocks given on in /24 and /28; and addresses anywhere in its space, of which some are nobody's. */
async function fill(context: Context): Promise<{ readonly networks: number; readonly addresses: readonly Address[] }> {
  const registry = join(process.env["PLENARIA_SHARED_DATA"] ?? "../shared/data", "registry");
  expectOk(await importRegister(context, { path: join(registry, "delegated-lacnic-extended-20240105.txt") }));
  const direct = (await readWholeRegister(context)).networks.filter(({ prefix }) => prefix.family === "ipv4");
  const rows = subAssignmentsOf(direct).slice(0, subAssignments);
  await addNetworkRows(context, rows);
  const bytes = seededRandomness("addresses");
  const number = (limit: bigint) => BigInt(`0x${Buffer.from(bytes(8)).toString("hex")}`) % limit;
  const addresses = Array.from({ length: lookups }, (_, index): Address => {
    const block = direct[Number(number(BigInt(direct.length)))]?.prefix ?? { family: "ipv4", start: 0n, length: 0 };
    const value = index % 7 === 0 ? number(1n << 32n) : block.start + number(prefixSize(block));
    return { family: "ipv4", value };
  });
  return { networks: await context.database.network.count(), addresses };
}

function subAssignmentsOf(direct: readonly Network[]): NetworkRow[] {
  return direct.flatMap((holder) => {
    const { id: blockId, prefix: block } = holder;
    const count = block.length <= 23 ? Math.min(16, 2 ** (24 - block.length)) : 0;
    return Array.from({ length: count }, (_, index) => {
      const start = block.start + BigInt(index * 256);
      const id = `${blockId}-${index}`;
      const wide: NetworkRow = { id, prefix: { family: "ipv4", start, length: 24 }, parentId: blockId, holder };
      const small = [0n, 64n, 160n].map((by): NetworkRow => {
        const prefix: Prefix = { family: "ipv4", start: start + by, length: 28 };
        return { id: `${id}-${by}`, prefix, parentId: id, holder };
      });
      return [wide, ...small];
    }).flat();
  });
}
