// Drills: the database is away, or its disk is full, while people vote. Source: requirements.md §8.7.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { trackerOf, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import { anElection } from "../factories/elections.ts";
import { startBooth } from "../setup/booth-on-the-line.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

const times = Number(process.env["PLENARIA_FAILURES"] ?? "2");
const awayMs = 400;

/** SQLite's disk is full; PostgreSQL cuts every connection and takes no new one, as when another machine takes over. */
async function failForAWhile({ kind, database, databaseUrl }: Given): Promise<void> {
  if (kind === "sqlite") {
    const [size] = await database.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
    await database.$queryRawUnsafe(`PRAGMA max_page_count = ${size?.page_count ?? 1}`);
    await sleep(awayMs);
    await database.$queryRawUnsafe("PRAGMA max_page_count = 1073741823");
    return;
  }
  const name = new URL(databaseUrl).pathname.slice(1);
  const client = new pg.Client({ connectionString: databaseUrl.replace(/[^/]+$/, "postgres") });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await sleep(awayMs);
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await client.end();
}

describeOnEachDatabase("a database that fails while people vote", (given) => {
  // Requirement: B7, C1, C4, C5
  test("loses and doubles no ballot: who gets no answer sends the same ballot again, and it is there once", async () => {
    const election = await (await anElection(given, { weights: [1, 2, 3, 4] })).open();
    const ballots: { voter: number; ballot: string }[] = [];
    for (const voter of [0, 1, 2])
      for (const choice of [0, 1, 2]) ballots.push({ voter, ballot: await election.encrypt(voter, [choice]) });
    const booth = await startBooth(election);
    const statuses: number[] = [];
    const accepted: string[] = [];
    let isOver = false;
    const failing = (async () => {
      for (let time = 0; time < times && !isOver; time += 1) {
        await sleep(150);
        await failForAWhile(given);
      }
    })();
    // Why one after the other for each voter: the last one counts.
    const voting = Promise.all(
      election.voters.map(async (_, voter) => {
        for (const { ballot } of ballots.filter((each) => each.voter === voter)) {
          await sleep(120);
          const answers = await booth.sendUntilAnswered(voter, ballot);
          statuses.push(...answers.map(({ status }) => status));
          expect(answers.at(-1)).toMatchObject({ outcome: "accepted", tracker: trackerOf(ballot) });
          accepted.push(trackerOf(ballot));
        }
      }),
    );
    const outcome = await Promise.allSettled([voting]);
    isOver = true;
    await failing;
    await booth.close();
    expect(outcome.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []))).toEqual([]);
    expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(0);
    await expectWhole(given, election.electionId, accepted);
    const voted = await given.database.rollEntry.findMany({ where: { hasVoted: true } });
    expect(voted.map(({ votes }) => votes).sort()).toEqual([1, 2, 3]);
  });
});

/** Every accepted ballot stands in the box once, and nothing else does. */
async function expectWhole(given: Given, electionId: string, accepted: readonly string[]) {
  const box = await given.database.ballot.findMany({ where: { electionId }, orderBy: { position: "asc" } });
  expect(box.map(({ tracker }) => tracker).sort()).toEqual([...accepted].sort());
  expect(box.map(({ position }) => position)).toEqual(box.map((_, index) => index + 1));
  const archive = (await readWholeArchive(given.context(), electionId)) ?? new Uint8Array();
  expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", counts: { ballots: accepted.length } });
}
