// A server that is killed in the middle of a cast, again and again: no ballot that was acknowledged is lost, none is there twice,
// and the roll's mark and the box agree. The drill of the requirements, §8.7; PLENARIA_KILLS=1000 runs it as long as they say.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { trackerOf, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { CasterOrders } from "../fakes/caster.ts";
import { anElection, whileOpen } from "../factories/elections.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plenaria-killed-"));
const kills = Number(process.env["PLENARIA_KILLS"] ?? "5");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase("a process that is killed while it casts", (given) => {
  // Requirement: B7, C1, C4, CM 45
  test(`loses and doubles no ballot, ${kills} times`, async () => {
    const election = await (await anElection(given, { weights: [1, 2, 3, 4] })).open();
    const castings: CasterOrders["castings"][number][] = [];
    for (let round = 0; round < kills * 6; round += 1) {
      const voter = round % 3; // The fourth organisation never votes.
      const input = election.casting(voter, await election.encrypt(voter, [round % 2]));
      castings.push({ actor: election.voters[voter]!.actor, input });
    }
    const acknowledged: string[] = [];
    for (let life = 0; life < kills; life += 1) {
      const inBox = await given.database.ballot.count({ where: { electionId: election.electionId } });
      const left = castings.slice(inBox);
      acknowledged.push(
        ...(await castAndDie({ settings: given.settings, now: whileOpen.toISOString(), castings: left })),
      );
    }
    const box = await given.database.ballot.findMany({
      where: { electionId: election.electionId },
      orderBy: { position: "asc" },
    });
    const trackers = box.map(({ tracker }) => tracker);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((tracker) => !trackers.includes(tracker))).toEqual([]);
    expect(trackers).toEqual(castings.slice(0, trackers.length).map(({ input }) => trackerOf(input.ballot)));
    const archive = (await readWholeArchive(given.context(), election.electionId)) ?? new Uint8Array();
    expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", counts: { ballots: trackers.length } });
    const roll = await given.database.rollEntry.findMany({ where: { electionId: election.electionId } });
    const voted = new Set(castings.slice(0, trackers.length).map(({ input }) => input.rollEntryId));
    for (const entry of roll) expect(entry.hasVoted, entry.organizationHandle).toBe(voted.has(entry.id));
  });
});

/** Runs the caster, kills it somewhere in its third cast or so, and answers what it had acknowledged. */
async function castAndDie(orders: CasterOrders): Promise<string[]> {
  const path = join(folder, "orders.json");
  writeFileSync(path, JSON.stringify(orders));
  const caster = spawn(process.execPath, ["--import", "tsx", "test/fakes/caster.ts", path], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const accepted: string[] = [];
  for await (const line of createInterface({ input: caster.stdout })) {
    if (line.startsWith("accepted ")) accepted.push(line.slice("accepted ".length));
    // Why so: the kill hits another instant of the next cast each time.
    if (accepted.length === 2) setTimeout(() => caster.kill("SIGKILL"), (accepted.at(-1)?.charCodeAt(0) ?? 0) % 40);
    if (line === "done") break;
  }
  return accepted;
}
