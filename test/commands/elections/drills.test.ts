// Drills of an election: the clock jumps around opening and close, trustees stay away, and the house is restored from a back-up while
// people vote. Source: requirements.md §8.7.
import { addHours, addMinutes } from "date-fns";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { trackerOf, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { recordAudit, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import {
  castBallot,
  ClosingByClock,
  closeDueElections,
  findElection,
  findResult,
  readWholeArchive,
} from "#app/modules/elections/index.server.ts";
import { lockElection } from "#app/modules/elections/commands/lock-election.server.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { anElection, closesAt, opensAt } from "#test/factories/elections.ts";
import { backUp } from "#test/setup/back-up.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const minute = 60_000;

/** A house whose two clocks pass together, until somebody moves the one on the wall. */
function aSteadyHouse(given: Given) {
  let steady = 0;
  const closing = new ClosingByClock(given.context(), () => steady);
  return {
    look: () => closing.closeDue(),
    async pass(minutes: number) {
      given.clock.set(addMinutes(given.clock.now(), minutes));
      steady += minutes * minute;
      return closing.closeDue();
    },
    jump: (hours: number) => given.clock.set(addHours(given.clock.now(), hours)),
  };
}

describeOnEachDatabase("drills", (given) => {
  test("whoever takes an election first and whoever writes the log first take turns: neither is undone by a deadlock and begun anew", async () => {
    const { electionId } = await anElection(given);
    const context = given.context();
    let begun = 0;
    const write = (within: ContextWithin) =>
      recordAudit(within, { action: "elections:created", subjectType: "election", subjectId: electionId });
    const inTurn = (...acts: readonly ((within: ContextWithin) => Promise<unknown>)[]) =>
      inTransaction(context, async (within) => {
        begun += 1;
        for (const act of acts) {
          await act(within);
          await sleep(200);
        }
        return ok(undefined);
      });
    const take = (within: ContextWithin) => lockElection(within, electionId);
    await Promise.all([inTurn(take, write), inTurn(write, take), inTurn(take, write), inTurn(write, take)]);
    expect(begun).toBe(4);
  });

  // Requirement: CM 24, CM 45, B7
  test("a clock that jumps an hour around opening and close closes no box early, opens none again, and loses nobody's vote", async () => {
    const election = await (await anElection(given)).sealed();
    const phase = async () => (await findElection(given.context(), election.electionId))?.phase;
    const house = aSteadyHouse(given);
    given.clock.set(addMinutes(opensAt, 30));
    await house.look();
    house.jump(-1);
    expect(await house.pass(1)).toEqual([]);
    expect(await election.cast(0, [0])).toMatchObject({ error: { code: "VOTING_NOT_OPEN_YET" } });
    house.jump(1);
    expectOk(await election.cast(0, [0]));
    given.clock.set(addMinutes(closesAt, -30));
    await new ClosingByClock(given.context(), () => 0).closeDue();
    const closing = aSteadyHouse(given);
    await closing.look();
    closing.jump(1);
    expect(await closing.pass(1)).toEqual([]);
    expect(await election.cast(1, [0])).toMatchObject({ error: { code: "VOTING_CLOSED" } });
    closing.jump(-1);
    expect(await closing.pass(1)).toEqual([]);
    expect(await phase()).toBe("open");
    expectOk(await election.cast(1, [0]));
    expect(await closing.pass(40)).toEqual([election.electionId]);
    closing.jump(-1);
    expect(await phase()).toBe("counting");
    expect(await election.cast(2, [0])).toMatchObject({ error: { code: "VOTING_CLOSED" } });
  });

  test("a clock that jumps past the close and stays there closes the box ten minutes later", async () => {
    const election = await (await anElection(given)).open();
    given.clock.set(addMinutes(closesAt, -30));
    const house = aSteadyHouse(given);
    await house.look();
    house.jump(1);
    expect(await house.look()).toEqual([]);
    expect(await house.pass(9)).toEqual([]);
    expect(await house.pass(2)).toEqual([election.electionId]);
  });

  // Requirement: CM 46, C2, B9
  test("without one of three trustees the sum is opened; without two nobody reads anything, until the second comes", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(1, [0]));
    await election.counted(1);
    expect(await findResult(given.context(), election.electionId)).toBeUndefined();
    const row = await given.database.election.findUniqueOrThrow({ where: { id: election.electionId } });
    expect(row).toMatchObject({ resultPayload: null, resultAt: null });
    await openSum(given.context(), election.electionId, [election.trustees[2]!]);
    const result = await findResult(given.context(), election.electionId);
    expect(result?.contests[0]?.lines[0]).toMatchObject({ option: 0, votes: 4 });
  });

  // Requirement: C5, C7, S3
  test("a house restored from a back-up has a valid box; the voter of a lost ballot sends it again, and the log does not pass over it", async () => {
    const election = await (await anElection(given)).open();
    const context = given.context();
    expectOk(await election.cast(0, [0]));
    const restore = await backUp(given);
    const late = await election.encrypt(1, [1]);
    expectOk(await castBallot(election.as(election.voters[1]!.actor), election.casting(1, late)));
    expectOk(await signCheckpoint(context));
    const restored = await restore();
    const house = { ...context, database: restored.database };
    const archive = async () => (await readWholeArchive(house, election.electionId))!;
    expect(verifyArchive(await archive())).toMatchObject({ verdict: "valid", counts: { ballots: 1 } });
    expect(await signCheckpoint(house)).toMatchObject({ error: { code: "LOG_REWRITTEN" } });
    const voter = { ...house, actor: election.voters[1]!.actor };
    expect(expectOk(await castBallot(voter, election.casting(1, late)))).toMatchObject({
      position: 2,
      tracker: trackerOf(late),
    });
    given.clock.set(closesAt);
    await closeDueElections(house);
    await openSum(house, election.electionId, election.trustees.slice(0, 2));
    expect(verifyArchive(await archive())).toMatchObject({ verdict: "valid", stage: "result", counts: { ballots: 2 } });
    await restored.drop();
  });
});
