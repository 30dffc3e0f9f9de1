// A ballot that was opened to check it is never cast, and one that is in the box is never opened.
import { expect, test } from "vitest";
import { createBallotWithOpening, choiceVector, trackerOf } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, refuse } from "#app/lib/result/index.ts";
import { castBallot } from "#app/modules/elections/index.server.ts";
import { findBoxList } from "#app/modules/elections/checking/queries/box-list.server.ts";
import { spoilBallot } from "#app/modules/elections/checking/commands/spoil-ballot.server.ts";
import { anElection } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

describeOnEachDatabase("checking before casting", (given) => {
  // Requirement: CM 23, CM 15, B2
  test("a ballot that was opened cannot be cast, so its opening proves nothing to anybody", async () => {
    const election = await (await anElection(given)).open();
    const { electionId } = election;
    const box = await findBoxList(given.context(), electionId);
    const { ballot, opening } = createBallotWithOpening({
      electionPayload: box?.electionPayload ?? "",
      code: election.codeOf(0).code,
      choices: [expectOk(choiceVector(election.questions[0]!, [0]))],
      random: given.context().random,
    });
    const voter = election.as(election.voters[0]!.actor);
    expectOk(await spoilBallot(voter, { electionId, tracker: opening.tracker }));
    const cast = await castBallot(voter, election.casting(0, ballot));
    expect(cast).toEqual(refuse("BALLOT_WAS_OPENED"));
    expectOk(await election.cast(0, [0]));
  });

  test("a ballot that is in the box cannot be spoiled any more", async () => {
    const election = await (await anElection(given)).open();
    const ballot = await election.encrypt(1, [0]);
    expectOk(await castBallot(election.as(election.voters[1]!.actor), election.casting(1, ballot)));
    const spoiled = await spoilBallot(given.context(), { electionId: election.electionId, tracker: trackerOf(ballot) });
    expect(spoiled).toEqual(refuse("BALLOT_ALREADY_IN_BOX"));
  });

  test("nothing is spoiled before the opening, after the close, or in an election that does not exist", async () => {
    const election = await (await anElection(given)).sealed();
    const { electionId } = election;
    const input = { electionId, tracker: "A".repeat(43) };
    expect(await spoilBallot(given.context(), input)).toEqual(refuse("VOTING_NOT_OPEN"));
    expect(await spoilBallot(given.context(), { ...input, electionId: "unknown" })).toEqual(refuse("VOTING_NOT_OPEN"));
    await election.closed();
    expect(await spoilBallot(given.context(), input)).toEqual(refuse("VOTING_NOT_OPEN"));
  });

  test("neither the log nor the table says who opened a ballot", async () => {
    const election = await (await anElection(given)).open();
    const tracker = trackerOf(await election.encrypt(2, [0]));
    const voter = election.as(election.voters[2]!.actor);
    expectOk(await spoilBallot(voter, { electionId: election.electionId, tracker }));
    const entries = await given.database.auditEntry.findMany({ where: { at: given.clock.now() } });
    expect(entries.filter(({ action }) => action.includes("ballot"))).toEqual([]);
    expect(await given.database.spoiledBallot.findMany()).toEqual([{ electionId: election.electionId, tracker }]);
  });
});
