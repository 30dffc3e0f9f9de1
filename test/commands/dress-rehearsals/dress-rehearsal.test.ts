// A dress rehearsal from its beginning to the signed report, and what the report says when something goes wrong in it.
import { expect, test } from "vitest";
import { choiceVector, createBallot } from "#app/lib/ballot-protocol/index.ts";
import { expectOk, refuse } from "#app/lib/result/index.ts";
import {
  beginDressRehearsal,
  listDressRehearsals,
  reportOf,
  signReport,
} from "#app/modules/dress-rehearsals/index.server.ts";
import { bindingKeyOf } from "#app/modules/elections/domain/eligibility-tag.ts";
import { archivedQuestionOf } from "#app/modules/elections/domain/contests.ts";
import { requireRehearsal } from "#app/modules/elections/before-sealing/queries/require-rehearsal.server.ts";
import {
  castBallot,
  closeDueElections,
  findElection,
  listPreparationDecisions,
  sealBallotBox,
} from "#app/modules/elections/index.server.ts";
import { holdKeyCeremony, openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import { deliverPost } from "../../factories/post.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

describeOnEachDatabase("a dress rehearsal", (given) => {
  // Requirement: CM 42, CM 4
  test("in which everybody does her part passes every check and is signed by its hash", async () => {
    const real = await anElection(given);
    const rehearsalId = await playedRehearsal(given, real);
    const report = await reportOf(given.context(), rehearsalId);
    // No mail room runs here, so the mails wait: the only check that is not settled.
    expect(outcomesOf(report)).toEqual({
      keys: "passed",
      mail: "waiting",
      languages: "noticed",
      votes: "passed",
      close: "passed",
      trustees: "passed",
      archive: "passed",
      result: "passed",
    });
    const [first, second] = real.commission;
    expect(await signReport(real.as(first!), { rehearsalId })).toEqual(refuse("REHEARSAL_NOT_OVER"));
    const codes = (await deliverPost(given)).filter(({ text }) => text.includes("#code="));
    expect(codes.length).toBe(await given.database.rollEntry.count({ where: { electionId: rehearsalId } }));
    for (const { text } of codes) expect(text).toMatch(/Esta es una elección de prueba|This is a test election/);
    expect(outcomesOf(await reportOf(given.context(), rehearsalId))).toMatchObject({ mail: "passed" });
    const elsewhere = { rehearsalId, electionId: "another" };
    expect(await signReport(real.as(first!), elsewhere)).toEqual(refuse("REHEARSAL_UNKNOWN"));
    const { hash } = expectOk(await signReport(real.as(first!), { rehearsalId }));
    expect(expectOk(await signReport(real.as(second!), { rehearsalId }))).toEqual({ hash });
    expect(await signReport(real.as(first!), { rehearsalId })).toEqual(refuse("REPORT_ALREADY_SIGNED"));
    const [view] = await listDressRehearsals(given.context(), {
      electionId: real.electionId,
      accountId: first!.accountId,
    });
    expect(view).toMatchObject({ id: rehearsalId, reportHash: hash });
    expect(view?.signatures.length).toBe(2);
    const before = await listPreparationDecisions(given.context(), real.electionId);
    expect(before).toMatchObject([
      { kind: "rehearsed", subject: { rehearsalId, reportHash: hash, signers: "Celia Comisión, Dario Comisión" } },
    ]);
    const { trustees } = await given.database.election.findUniqueOrThrow({
      where: { id: real.electionId },
      include: { trustees: true },
    });
    const mayBeSealed = (people = trustees) =>
      inTransaction(given.context(), (within) =>
        requireRehearsal(within, { id: real.electionId, isTest: false, trustees: people }),
      );
    expect((await mayBeSealed()).ok).toBe(true);
    const others = trustees.map((trustee, index) => (index === 0 ? { ...trustee, accountId: "another" } : trustee));
    expect(await mayBeSealed(others)).toEqual(refuse("REHEARSAL_MISSING", { days: 90 }));
    given.clock.set(new Date(Date.parse(before[0]!.decidedAt) + 91 * 24 * 60 * 60_000));
    expect(await mayBeSealed()).toEqual(refuse("REHEARSAL_MISSING", { days: 90 }));
  });

  test("in which somebody votes something else says that the result is not the sum of the parts", async () => {
    const real = await anElection(given);
    const rehearsalId = await playedRehearsal(given, real, { stranger: 0 });
    expect(outcomesOf(await reportOf(given.context(), rehearsalId))).toMatchObject({
      archive: "passed",
      result: "failed",
    });
  });

  test("is a test election of its own: the real one, its roll and its keys stay as they were", async () => {
    const real = await anElection(given);
    const before = await findElection(given.context(), real.electionId);
    const rehearsalId = await playedRehearsal(given, real);
    expect(await findElection(given.context(), real.electionId)).toEqual(before);
    expect(await findElection(given.context(), rehearsalId)).toMatchObject({ isTest: true, electorate: "individuals" });
  });

  test("comes before the sealing, and is begun by staff", async () => {
    const real = await (await anElection(given)).sealed();
    const input = { electionId: real.electionId, hours: 24 };
    expect(await beginDressRehearsal(real.as(real.staff), input)).toEqual(refuse("REHEARSED_ELECTION_SEALED"));
    await expect(beginDressRehearsal(real.as(real.commission[0]!), input)).rejects.toThrow("not permitted");
  });
});

function outcomesOf(report: Awaited<ReturnType<typeof reportOf>>): Record<string, string> {
  return Object.fromEntries((report?.checks ?? []).map(({ code, outcome }) => [code, outcome]));
}

/** Everybody does what is asked, but for the stranger, who chooses the next answer. */
async function playedRehearsal(
  given: Given,
  real: ElectionInTest,
  { stranger }: { readonly stranger?: number } = {},
): Promise<string> {
  const { rehearsalId } = expectOk(
    await beginDressRehearsal(real.as(real.staff), { electionId: real.electionId, hours: 24 }),
  );
  const trustees = await holdKeyCeremony(given.context(), rehearsalId, real.commission);
  const codes = await issueVotingCodes(real.as(real.commission[0]!), rehearsalId);
  expectOk(await sealBallotBox(given.context(), { electionId: rehearsalId }));
  const election = await findElection(given.context(), rehearsalId);
  const questions = (election?.contests ?? []).map(archivedQuestionOf);
  const entries = await given.database.rollEntry.findMany({ where: { electionId: rehearsalId } });
  for (const [index, entry] of entries.entries()) {
    const { code } = codes.find(({ rollEntryId }) => rollEntryId === entry.id)!;
    const account = await given.database.account.findFirstOrThrow({ where: { email: entry.contactEmail } });
    const { choices } = await given.database.rehearsalPart.findUniqueOrThrow({
      where: { rehearsalId_accountId: { rehearsalId, accountId: account.id } },
    });
    const chosen = choices as number[][];
    if (index === stranger) chosen[0] = [((chosen[0]?.[0] ?? 0) + 1) % (questions[0]?.answers.length ?? 1)];
    const ballot = createBallot({
      electionPayload: election?.electionPayload ?? "",
      code,
      choices: questions.map((question, contest) => expectOk(choiceVector(question, chosen[contest] ?? []))),
      random: given.context().random,
    });
    const { id: accountId, userId, name } = account;
    const voter = given.context({ actor: { kind: "person", accountId, userId, name, roles: [] } });
    const bindingKey = bindingKeyOf({ electionId: rehearsalId, code });
    expectOk(await castBallot(voter, { electionId: rehearsalId, rollEntryId: entry.id, ballot, bindingKey }));
  }
  given.clock.set(new Date(election?.closesAt ?? ""));
  await closeDueElections(given.context());
  await openSum(given.context(), rehearsalId, trustees.slice(0, 2));
  return rehearsalId;
}
