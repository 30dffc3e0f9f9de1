// Drills: somebody floods sign-in and booth while others vote, and many vote in the last minutes. Source: requirements.md §8.7, whose
// sizes are PLENARIA_FLOOD_SECONDS=60 (at 100 requests a second) and PLENARIA_RUSH=11166 (mandates, of which 40 % vote).
import { setTimeout as sleep } from "node:timers/promises";
import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { trackerOf, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { issueOneOffPassword } from "#app/modules/accounts/index.server.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import { anElection, closesAt } from "../factories/elections.ts";
import { startBooth } from "../setup/booth-on-the-line.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

const floodSeconds = Number(process.env["PLENARIA_FLOOD_SECONDS"] ?? "2");
const mandates = Number(process.env["PLENARIA_RUSH"] ?? "40");

function signIn(address: string, from: string, userId: string, password: string): Promise<Response> {
  return fetch(`${address}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "X-Forwarded-For": from },
    body: new URLSearchParams({ userId, password }),
  });
}

describeOnEachDatabase(
  "many at once",
  (given) => {
    // Requirement: C5, CM 8
    test("while sign-in and booth are flooded, others sign in and vote, and nothing of the flood is in the box", async () => {
      const election = await (await anElection(given, { weights: [1, 2, 3, 4, 5] })).open();
      const { electionId } = election;
      const member = election.voters[4]!.actor;
      const password = await issueOneOffPassword(given.context(), member.accountId);
      const ballots = await Promise.all([0, 1, 2, 3].map((voter) => election.encrypt(voter, [voter % 3])));
      const booth = await startBooth(election, { trustedProxies: 1 });
      const statuses: number[] = [];
      let haveVoted = false;
      const throwOne = async (number: number): Promise<void> => {
        const from = "203.0.113.9";
        const answer =
          number % 2 === 0
            ? await signIn(booth.address, from, `nobody${number % 40}`, "a wrong password")
            : await fetch(`${booth.address}/vote/${electionId}/ballots`, {
                method: "POST",
                headers: { "X-Forwarded-For": from, "Content-Type": "application/json" },
                body: JSON.stringify({ rollEntryId: election.codeOf(0).rollEntryId, ballot: "{}", bindingKey: "x" }),
              });
        statuses.push(answer.status);
        await answer.arrayBuffer();
      };
      const flood = (async () => {
        const thrown: Promise<void>[] = [];
        for (let number = 0; number < floodSeconds * 100 || !haveVoted; number += 1) {
          thrown.push(throwOne(number));
          await sleep(10);
        }
        await Promise.all(thrown);
      })();
      await expect.poll(() => statuses.length, { timeout: 60_000 }).toBeGreaterThan(20);
      for (const [voter, ballot] of ballots.entries())
        expect(await booth.send(voter, ballot)).toMatchObject({ outcome: "accepted", tracker: trackerOf(ballot) });
      const entered = await signIn(booth.address, "198.51.100.7", member.userId, password);
      expect([entered.status, entered.headers.get("Location")]).toEqual([
        302,
        expect.stringContaining("/change-password"),
      ]);
      haveVoted = true;
      await flood;
      await booth.close();
      expect(statuses.length).toBeGreaterThanOrEqual(floodSeconds * 100);
      expect(statuses.filter((status) => status >= 500 || status < 400)).toEqual([]);
      const box = await given.database.ballot.findMany({ where: { electionId } });
      expect(box.map(({ tracker }) => tracker).sort()).toEqual(ballots.map((ballot) => trackerOf(ballot)).sort());
    });

    // Requirement: CM 9, C3
    test("two in five vote in the last ten minutes, all at once, and each counts; the one a second too late does not", async () => {
      const voters = Math.ceil(mandates * 0.4);
      const election = await (await anElection(given, { weights: Array<number>(mandates).fill(2) })).open();
      const { electionId } = election;
      const ballots: string[] = [];
      for (let voter = 0; voter <= voters; voter += 1) ballots.push(await election.encrypt(voter, [voter % 3]));
      const late = ballots.pop()!;
      given.clock.set(addMinutes(closesAt, -1));
      const booth = await startBooth(election);
      const began = performance.now();
      const waiting = [...ballots.entries()];
      const browser = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [voter, ballot] = next;
          expect(await booth.send(voter, ballot)).toMatchObject({ outcome: "accepted", tracker: trackerOf(ballot) });
        }
      };
      await Promise.all(Array.from({ length: 16 }, browser));
      expect((performance.now() - began) / 1000).toBeLessThan(600);
      given.clock.set(closesAt);
      expect(await booth.send(voters, late)).toMatchObject({ outcome: "refused", code: "VOTING_CLOSED" });
      await booth.close();
      await election.counted();
      const archive = (await readWholeArchive(given.context(), electionId)) ?? new Uint8Array();
      const counts = { ballots: voters, countedBallots: voters, totalWeight: String(voters * 2) };
      expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", stage: "result", counts });
    });
  },
  { on: "sqlite" },
);
