// One disputed mandate or ballot is decided by two people before anything is decrypted, and never takes the whole election with it.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareCountWithBox, publicCredentialOf, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { bindingKeyOf } from "#app/modules/elections/domain/eligibility-tag.ts";
import {
  closeDueElections,
  excludeDisputedAct,
  fileDispute,
  findDisputeBounds,
  findResult,
  keepDisputedAct,
  listDisputes,
  proposeDisputeDecision,
  readWholeArchive,
  showDisputedCredential,
} from "#app/modules/elections/index.server.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import { seatRules } from "../certificates/certified-election.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { describeWith } from "../../setup/requirements.ts";

const acts = [excludeDisputedAct, keepDisputedAct];

/** Three who choose, and as many who vote blank as keep a count without one of them large enough. */
const enoughVoters = { weights: [1, 4, 7, 1, 1, 1] };

async function voted(election: ElectionInTest): Promise<string[]> {
  const trackers = [];
  for (const [voter] of election.voters.entries()) {
    const choices = [[0], [0, 1], [2]][voter] ?? [];
    trackers.push(expectOk(await election.cast(voter, choices)).tracker);
  }
  return trackers;
}

async function disputed(election: ElectionInTest, kind: "mandate" | "ballot", what: string): Promise<string> {
  const filed = await fileDispute(election.as(election.commission[0]!), {
    electionId: election.electionId,
    kind,
    what,
    reason: "La organización dice que no votó",
  });
  return expectOk(filed).disputeId;
}

async function decided(election: ElectionInTest, disputeId: string, decision: "kept" | "excluded") {
  const reason = "El poder no fue dado por el contacto";
  const wish = { disputeId, decision, reason };
  const { proposalId } = expectOk(await proposeDisputeDecision(election.as(election.commission[0]!), wish));
  return approveProposal(election.as(election.commission[1]!), acts, { proposalId });
}

/** Votes of Ana, Bruno, Carla. */
async function votesOf(election: ElectionInTest): Promise<number[]> {
  const result = (await findResult(election.given.context(), election.electionId))!;
  const lines = result.contests[0]!.lines.filter(({ option }) => option !== "blank");
  return lines.sort((left, right) => Number(left.option) - Number(right.option)).map(({ votes }) => votes);
}

async function archivesOf(election: ElectionInTest) {
  const context = election.given.context();
  const count = (await readWholeArchive(context, election.electionId))!;
  const box = (await readWholeArchive(context, election.electionId, { isBox: true }))!;
  return { count, box };
}

const opening = (election: ElectionInTest) =>
  openSum(election.given.context(), election.electionId, election.trustees.slice(0, 2));

describeOnEachDatabase("what is disputed", (given) => {
  // Requirement: CM 49, CM 41
  test("a ballot that two people leave out is missing from the count, and nothing else is: both archives verify", async () => {
    const election = await (await anElection(given, enoughVoters)).open();
    const [first, second, third] = await voted(election);
    const disputeId = await disputed(election, "ballot", third!);
    await election.closed();
    await expect(opening(election)).rejects.toThrow("DISPUTE_UNDECIDED");
    expectOk(await decided(election, disputeId, "excluded"));
    await closeDueElections(given.context());
    await opening(election);
    expect(await votesOf(election)).toEqual([5, 4, 0]);
    const { box, count } = await archivesOf(election);
    expect(verifyArchive(count)).toMatchObject({ verdict: "valid", stage: "result", counts: { ballots: 5 } });
    expect(verifyArchive(box)).toMatchObject({ verdict: "valid", stage: "closed", counts: { ballots: 6 } });
    expect(compareCountWithBox({ box, count, leftOut: [third!] })).toEqual({ ok: true, value: { box: 6, counted: 5 } });
    expect(compareCountWithBox({ box, count, leftOut: [] })).toMatchObject({ error: { code: "COUNT_BALLOTS_DIFFER" } });
    expect(compareCountWithBox({ box, count, leftOut: [third!, first!] })).toMatchObject({
      error: { code: "COUNT_BALLOTS_DIFFER" },
    });
    expect(second).toBeDefined();
    expect(await listDisputes(given.context(), election.electionId)).toMatchObject([
      { state: "excluded", label: third!, decidedByNames: "Celia Comisión, Dario Comisión" },
    ]);
  });

  // Requirement: CM 49, L7
  test("a mandate is left out through its credential, which nobody learns before the decision and nobody can pass off", async () => {
    const election = await (await anElection(given, enoughVoters)).open();
    await voted(election);
    const disputeId = await disputed(election, "mandate", election.voters[1]!.handle);
    await election.closed();
    const shown = (voter: number) => {
      const { code } = election.codeOf(voter);
      const { electionId } = election;
      const publicCredential = publicCredentialOf({ group: "Ed25519", uuid: electionId, code });
      const context = election.as(election.commission[0]!);
      return showDisputedCredential(context, {
        disputeId,
        publicCredential,
        bindingKey: bindingKeyOf({ electionId, code }),
      });
    };
    expect(await shown(1)).toMatchObject({ error: { code: "CREDENTIAL_NOT_AWAITED" } });
    expectOk(await decided(election, disputeId, "excluded"));
    await expect(opening(election)).rejects.toThrow("DISPUTE_UNDECIDED");
    expect(await shown(2)).toMatchObject({ error: { code: "CREDENTIAL_OF_ANOTHER_MANDATE" } });
    expectOk(await shown(1));
    await closeDueElections(given.context());
    await opening(election);
    expect(await votesOf(election)).toEqual([1, 0, 7]);
    const { count } = await archivesOf(election);
    expect(verifyArchive(count)).toMatchObject({ verdict: "valid", stage: "result", counts: { ballots: 5 } });
  });

  // Requirement: CM 49, CM 41
  test("a mandate whose credential is never shown comes back into the count by two people, and nothing else is decided twice", async () => {
    const election = await (await anElection(given, enoughVoters)).open();
    await voted(election);
    const disputeId = await disputed(election, "mandate", election.voters[1]!.handle);
    await election.closed();
    expectOk(await decided(election, disputeId, "excluded"));
    await expect(opening(election)).rejects.toThrow("DISPUTE_UNDECIDED");
    expectOk(await decided(election, disputeId, "kept"));
    const again = { disputeId, decision: "excluded" as const, reason: "Otra vez" };
    expect(await proposeDisputeDecision(election.as(election.commission[0]!), again)).toMatchObject({
      error: { code: "DISPUTE_ALREADY_DECIDED" },
    });
    await opening(election);
    expect(await votesOf(election)).toEqual([5, 4, 7]);
  });

  // Requirement: CM 26, CM 49
  test("nothing is left out where fewer than five voters would remain, so nobody has a single ballot opened as a sum", async () => {
    const election = await (await anElection(given, enoughVoters)).open();
    const trackers = await voted(election);
    const again = expectOk(await election.cast(0, [1])).tracker;
    const silent = await disputed(election, "mandate", election.voters[1]!.handle);
    const disputes = [];
    for (const tracker of [trackers[2]!, trackers[3]!, again])
      disputes.push(await disputed(election, "ballot", tracker));
    await election.closed();
    expectOk(await decided(election, disputes[0]!, "excluded"));
    // Five are left. The ballot before takes this one's place, so its voter remains.
    expectOk(await decided(election, disputes[2]!, "excluded"));
    const tooFew = { ok: false, error: { code: "TOO_FEW_VOTERS_LEFT" } };
    expect(await decided(election, disputes[1]!, "excluded")).toMatchObject(tooFew);
    expect(await decided(election, silent, "excluded")).toMatchObject(tooFew);
    const states = (await listDisputes(given.context(), election.electionId)).map(({ state }) => state);
    expect(states.sort()).toEqual(["excluded", "excluded", "open", "open"]);
    for (const disputeId of [disputes[1]!, silent]) expectOk(await decided(election, disputeId, "kept"));
    await closeDueElections(given.context());
    await opening(election);
    expect(await votesOf(election)).toEqual([5, 4, 0]);
  });

  test("what is kept counts as it was, in the one archive", async () => {
    const election = await (await anElection(given)).open();
    const [, , third] = await voted(election);
    const disputeId = await disputed(election, "ballot", third!);
    await election.closed();
    expectOk(await decided(election, disputeId, "kept"));
    await opening(election);
    expect(await votesOf(election)).toEqual([5, 4, 7]);
    const { box, count } = await archivesOf(election);
    expect(Buffer.from(box).equals(Buffer.from(count))).toBe(true);
    const [bound] = await findDisputeBounds(given.context(), election.electionId);
    expect(bound).toMatchObject({ swing: 7, margin: 1, couldChange: true });
  });

  // Requirement: CM 49, CM 19
  test("the bound takes all votes of a disputed mandate, voted or not, so that it tells nobody which", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    const silent = await disputed(election, "mandate", election.voters[1]!.handle);
    await election.closed();
    expectOk(await decided(election, silent, "kept"));
    await opening(election);
    const [bound] = await findDisputeBounds(given.context(), election.electionId);
    expect(bound).toMatchObject({ swing: 4, margin: 0, couldChange: true });
  });

  // Requirement: CM 49
  test("whether it could change the result is asked of the seats as they are counted, with their caps", async () => {
    const election = await anElection(given);
    const where = { electionId: election.electionId };
    const contest = await given.database.contest.findFirstOrThrow({ where });
    const rules = { ...seatRules, seats: 2 };
    await given.database.contest.update({ where: { id: contest.id }, data: { seats: 2, rules, staying: [] } });
    for (const [position, citizenship] of ["HN", "HN", "CR"].entries()) {
      const candidate = { contestId: contest.id, position };
      await given.database.candidate.updateMany({ where: candidate, data: { citizenships: [citizenship] } });
    }
    await election.open();
    const trackers = [];
    for (const [voter, choices] of [
      [0, 2],
      [0, 1],
      [0, 1],
    ].entries())
      trackers.push(expectOk(await election.cast(voter, choices)).tracker);
    const disputeId = await disputed(election, "ballot", trackers[0]!);
    await election.closed();
    expectOk(await decided(election, disputeId, "kept"));
    await opening(election);
    expect(await votesOf(election)).toEqual([12, 11, 1]);
    // By votes alone the second would lead the third by ten; but the cap seats the third, and one vote exchanges the first two.
    const [bound] = await findDisputeBounds(given.context(), election.electionId);
    expect(bound).toMatchObject({ swing: 1, margin: 1, couldChange: true });
  });

  test("a dispute that would turn a question is published as one that could; who abstains is neither ahead nor behind", async () => {
    const title = { es: "Reforma", en: "Reform", pt: "Reforma" };
    const question = { kind: "question" as const, title, description: { es: "", en: "", pt: "" } };
    const election = await anElection(given, { weights: [3, 2, 20], furtherContests: [question] });
    await election.open();
    const trackers = [];
    for (const [voter, answer] of [[0], [1], [2]].entries())
      trackers.push(expectOk(await election.cast(voter, [0, 1], answer)).tracker);
    const disputeId = await disputed(election, "ballot", trackers[1]!);
    await election.closed();
    expectOk(await decided(election, disputeId, "kept"));
    await opening(election);
    const [board, reform] = await findDisputeBounds(given.context(), election.electionId);
    expect(board).toMatchObject({ swing: 2, margin: 25, couldChange: false });
    expect(reform).toMatchObject({ swing: 2, margin: 1, couldChange: true });
  });

  // Requirement: CM 41
  test("one person decides nothing, not before the close, and nothing once a trustee has opened a part", async () => {
    const election = await (await anElection(given)).open();
    const [first, second] = await voted(election);
    const disputeId = await disputed(election, "ballot", first!);
    const [celia] = election.commission;
    const wish = { disputeId, decision: "excluded" as const, reason: "x" };
    expect(await proposeDisputeDecision(election.as(celia!), wish)).toMatchObject({
      error: { code: "BOX_NOT_CLOSED" },
    });
    await election.closed();
    const { proposalId } = expectOk(await proposeDisputeDecision(election.as(celia!), wish));
    expect(await approveProposal(election.as(celia!), acts, { proposalId })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    expect((await listDisputes(given.context(), election.electionId))[0]).toMatchObject({ state: "open" });
    const kept = await proposeDisputeDecision(election.as(celia!), { ...wish, decision: "kept" });
    expectOk(await approveProposal(election.as(election.commission[1]!), acts, expectOk(kept)));
    await openSum(given.context(), election.electionId, election.trustees.slice(0, 1));
    expect(await approveProposal(election.as(election.commission[1]!), acts, { proposalId })).toMatchObject({
      ok: false,
      error: { code: "DISPUTE_ALREADY_DECIDED" },
    });
    const late = await fileDispute(election.as(celia!), {
      electionId: election.electionId,
      kind: "ballot",
      what: second!,
      reason: "x",
    });
    expect(late).toMatchObject({ error: { code: "DECRYPTION_BEGUN" } });
    await expect(
      fileDispute(election.as(election.staff), {
        electionId: election.electionId,
        kind: "ballot",
        what: "x",
        reason: "x",
      }),
    ).rejects.toThrow("not permitted");
  });
});

describeWith("belenios-tool", "a count without a disputed ballot", () => {
  describeOnEachDatabase(
    "of an election",
    (given) => {
      // Requirement: CM 49, L7
      test("is accepted by a program that nobody here wrote, and so is the whole box beside it", async () => {
        const election = await (await anElection(given, { group: "BELENIOS-2048", ...enoughVoters })).open();
        const [, tracker] = await voted(election);
        const disputeId = await disputed(election, "ballot", tracker!);
        await election.closed();
        expectOk(await decided(election, disputeId, "excluded"));
        await closeDueElections(given.context());
        await opening(election);
        const archives = await archivesOf(election);
        for (const [name, archive] of Object.entries(archives)) {
          const folder = join(given.settings.folder, name);
          mkdirSync(folder);
          writeFileSync(join(folder, `${election.electionId}.bel`), archive);
          const run = spawnSync("belenios-tool", ["election", "verify", "--dir", folder], { encoding: "utf8" });
          expect({ status: run.status, said: run.stderr }, name).toMatchObject({ status: 0 });
        }
      });
    },
    { on: "sqlite" },
  );
});
