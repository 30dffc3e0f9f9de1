// How long it takes to freeze the roll of a whole register, to put a ballot into a large box, and to answer the first page.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { addDays, addHours } from "date-fns";
import { pino } from "pino";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import {
  approveFreezing,
  createElection,
  createElectionInput,
  proposeFreezing,
} from "#app/modules/elections/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { startWeb } from "#app/processes/web.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";

type Print = (line: string) => void;

const registry = join(process.env["PLENARIA_SHARED_DATA"] ?? "../shared/data", "registry");
const buildPath = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

export async function benchElections(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"));
  const databaseUrl = `file:${folder}/bench.db`;
  await migrateDatabase(databaseUrl);
  const database = await openDatabase(databaseUrl);
  const settings = readSettings({ DATABASE_URL: databaseUrl, PLENARIA_FOLDER: folder }, "benchmarks");
  if (!settings.ok) throw new Error("the settings of the benchmark are not usable");
  const context: Context = {
    settings: settings.value,
    database,
    clock: systemClock,
    random: systemRandomness,
    log: pino({ level: "error" }, pino.destination(2)),
    actor: { kind: "command-line", name: "benchmark" },
  };
  try {
    // Why: whoever is asked to approve gets a mail, and mails are written for a mail room.
    await registerMailRoom(context, { folder });
    await benchRoll(context, print);
    await benchFirstPage(context, print);
  } finally {
    await database.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchRoll(context: Context, print: Print): Promise<void> {
  const path = join(registry, "delegated-lacnic-extended-20240105.txt");
  if (!existsSync(path)) {
    print(`freezing a roll: left out, there is no ${path}`);
    return;
  }
  expectOk(await importRegister(context, { path }));
  const electionId = await draftElection(context);
  const [staff, commissioner] = await invitePair(context);
  const began = performance.now();
  const proposed = expectOk(await proposeFreezing(staff, { electionId, reason: "benchmark" }));
  const between = performance.now();
  expectOk(await approveFreezing(commissioner, proposed));
  const [first, second] = [between - began, performance.now() - between].map((span) => (span / 1000).toFixed(2));
  const { _count: organizations, _sum: sum } = await context.database.rollEntry.aggregate({
    where: { electionId },
    _count: true,
    _sum: { votes: true },
  });
  print(
    `freezing the roll of the whole register: ${first} s to propose and ${second} s to approve it, for ${organizations} organisations with ${sum.votes} votes (goal 5 s each)`,
  );
}

/** Who proposes and who approves. */
async function invitePair(context: Context): Promise<readonly [Context, Context]> {
  const invite = async (name: string, role: Role): Promise<Context> => {
    const person = { name, email: `${role}@bench.example`, language: "en" as const, roles: [role] };
    const created = expectOk(await createAccount(context, person));
    return withActor(context, { kind: "person", ...created, name, roles: [role] });
  };
  return [await invite("Bench Staff", "staff"), await invite("Bench Commissioner", "commission")];
}

async function draftElection(context: Context): Promise<string> {
  const trustee = expectOk(
    await createAccount(context, {
      name: "Bench Trustee",
      email: "trustee@bench.example",
      language: "en",
      roles: ["commission"],
    }),
  );
  const now = context.clock.now();
  const input = createElectionInput.parse({
    title: { es: "Directorio", en: "Board", pt: "Diretoria" },
    contests: [
      { kind: "candidates", bodyKey: "board", maxChoices: 1, candidates: [{ name: "Ana" }, { name: "Bruno" }] },
    ],
    trusteeAccountIds: [trustee.accountId],
    isTest: true,
    trusteeThreshold: 1,
    rollDate: now.toISOString().slice(0, 10),
    opensAt: addHours(now, 1),
    closesAt: addDays(now, 7),
  });
  return expectOk(await createElection(context, input)).electionId;
}

/** Server time: from the request on loopback to the last byte, without a browser. */
async function benchFirstPage(context: Context, print: Print): Promise<void> {
  if (!existsSync(buildPath)) {
    print("first page: left out, there is no build (npm start makes one)");
    return;
  }
  const web = await startWeb(context, (await import(buildPath)) as ServerBuild, 0);
  const times: number[] = [];
  for (let request = 0; request < 30; request += 1) {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${web.port}/`);
    await response.text();
    if (response.status !== 200) throw new Error(`the first page answered ${response.status}`);
    times.push(performance.now() - began);
  }
  await web.close();
  const [first = 0, ...later] = times;
  const sorted = later.sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  print(
    `first page: ${median.toFixed(1)} ms in the middle of ${later.length} requests, ${first.toFixed(0)} ms for the very first after the start (goal 100 ms)`,
  );
}
