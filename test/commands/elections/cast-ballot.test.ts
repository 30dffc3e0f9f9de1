// Casting: what is accepted, what is refused and with which code, and that a race cannot make a vote of two.
import { expect, test } from "vitest";
import { readArchive, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import {
  castBallot,
  findBallot,
  findResult,
  listBallots,
  readWholeArchive,
} from "#app/modules/elections/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { anElection, closesAt, opensAt } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

describeOnEachDatabase("cast-ballot", (given) => {
  test("a ballot is in the box with its tracker, and the roll knows the day and no more", async () => {
    const election = await (await anElection(given)).open();
    const receipt = await election.cast(1, [0]);
    expect(receipt).toMatchObject({ ok: true, value: { position: 1 } });
    const tracker = receipt.ok ? receipt.value.tracker : "";
    const context = given.context();
    expect(await findBallot(context, { electionId: election.electionId, tracker })).toMatchObject({
      position: 1,
      weight: 4,
    });
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { id: election.codeOf(1).rollEntryId } });
    expect(entry).toMatchObject({ hasVoted: true, lastVotedOn: "2026-03-12" });
  });

  // Requirement: CM 25
  test("a second vote replaces the first in the count and both stay in the box", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(1, [0]));
    expectOk(await election.cast(1, [1]));
    await election.counted();
    const { lines } = await listBallots(given.context(), { electionId: election.electionId, page: 1 });
    expect(lines.map(({ position, isReplaced }) => [position, isReplaced])).toEqual([
      [2, false],
      [1, true],
    ]);
    const result = await findResult(given.context(), election.electionId);
    expect(result?.contests[0]?.lines.map(({ option, votes }) => [option, votes])).toEqual([
      [1, 4],
      [0, 0],
      [2, 0],
      ["blank", 0],
    ]);
  });

  // Finding L1 of the incumbent's audit: two votes with one link under a forced race.
  // Requirement: L1, CM 9, CM 7, B4
  test("many ballots of one mandate cast at once count once, with its weight once", async () => {
    const election = await (await anElection(given)).open();
    const ballots = await Promise.all([0, 1, 2, 0, 1, 2].map((choice) => election.encrypt(2, [choice])));
    const casts = await Promise.all(
      ballots.map((ballot) => castBallot(election.as(election.voters[2]!.actor), election.casting(2, ballot))),
    );
    expect(casts.every((cast) => cast.ok)).toBe(true);
    await election.counted();
    const result = await findResult(given.context(), election.electionId);
    expect(result).toMatchObject({ votedOrganizations: 1, votesCast: 7, contests: [{ totalMarks: 7 }] });
    const archive = (await readWholeArchive(given.context(), election.electionId))!;
    expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", stage: "result" });
  });

  test("the same ballot sent many times at once is in the box once", async () => {
    const election = await (await anElection(given)).open();
    const ballot = await election.encrypt(0, [1]);
    const context = election.as(election.voters[0]!.actor);
    const casts = await Promise.all([1, 2, 3, 4, 5].map(() => castBallot(context, election.casting(0, ballot))));
    expect(casts.filter((cast) => cast.ok)).toHaveLength(1);
    for (const cast of casts) if (!cast.ok) expect(cast.error.code).toBe("BALLOT_ALREADY_IN_BOX");
    expect(await given.database.ballot.count()).toBe(1);
  });

  test("an earlier ballot of the voter cannot be put into the box again to undo her second vote", async () => {
    const election = await (await anElection(given)).open();
    const first = await election.encrypt(0, [1]);
    const context = election.as(election.voters[0]!.actor);
    expectOk(await castBallot(context, election.casting(0, first)));
    expectOk(await election.cast(0, [2]));
    expect(await castBallot(context, election.casting(0, first))).toMatchObject({
      error: { code: "BALLOT_ALREADY_IN_BOX" },
    });
  });

  // Requirement: CM 24
  test("voting begins at the opening instant and ends at the closing instant", async () => {
    const election = await (await anElection(given)).sealed();
    given.clock.set(new Date(opensAt.getTime() - 1));
    expect(await election.cast(0, [0])).toMatchObject({ error: { code: "VOTING_NOT_OPEN_YET" } });
    given.clock.set(opensAt);
    expect(await election.cast(0, [0])).toMatchObject({ ok: true });
    given.clock.set(closesAt);
    expect(await election.cast(0, [1])).toMatchObject({ error: { code: "VOTING_CLOSED" } });
  });

  // Requirement: CM 15, B5
  test("a ballot that was changed on its way is refused with the check that failed", async () => {
    const election = await (await anElection(given)).open();
    const ballot = await election.encrypt(0, [0]);
    const changed = ballot.replace(
      /"challenge":"(\d)/,
      (_, digit: string) => `"challenge":"${digit === "1" ? "2" : "1"}`,
    );
    const refused = await castBallot(election.as(election.voters[0]!.actor), election.casting(0, changed));
    expect(refused).toMatchObject({ ok: false, error: { code: "BALLOT_INVALID" } });
    expect(await given.database.archiveRecord.count({ where: { eventType: "Ballot" } })).toBe(0);
  });

  test("a ballot made with another organisation's code does not pass for this one", async () => {
    const election = await (await anElection(given)).open();
    const stolen = await election.encrypt(2, [0]);
    const own = election.casting(0, stolen);
    const withOwnKey = await castBallot(election.as(election.voters[0]!.actor), own);
    expect(withOwnKey).toMatchObject({ error: { code: "CODE_OF_ANOTHER_ORGANIZATION" } });
    const withStolenKey = { ...own, bindingKey: election.casting(2, stolen).bindingKey };
    const refused = await castBallot(election.as(election.voters[0]!.actor), withStolenKey);
    expect(refused).toMatchObject({ error: { code: "CODE_OF_ANOTHER_ORGANIZATION" } });
  });

  // Requirement: CM 8, B3
  test("nobody but the contact of the frozen roll casts for an organisation, not even with its code", async () => {
    const election = await (await anElection(given)).open();
    const ballot = await election.encrypt(0, [0]);
    for (const actor of [election.voters[1]!.actor, election.staff, election.commission[0]!]) {
      await expect(castBallot(election.as(actor), election.casting(0, ballot))).rejects.toBeInstanceOf(NotPermitted);
    }
    await expect(castBallot(given.context(), election.casting(0, ballot))).rejects.toBeInstanceOf(NotPermitted);
  });

  test("voters who cast at the same time all find their ballots in one unbroken archive", async () => {
    const election = await (await anElection(given, { weights: [1, 2, 3, 4, 5] })).open();
    const casts = await Promise.all([0, 1, 2, 3, 4].map((voter) => election.cast(voter, [voter % 3])));
    expect(casts.every((cast) => cast.ok)).toBe(true);
    await election.counted();
    const archive = (await readWholeArchive(given.context(), election.electionId))!;
    expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", counts: { ballots: 5, totalWeight: "15" } });
    const read = readArchive(archive);
    expect(read.ok && read.value.events.map(({ height }) => height)).toEqual(
      read.ok && read.value.events.map((_, index) => index),
    );
  });
});
