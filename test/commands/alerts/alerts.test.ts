// Each kind of alert with a clock of the test: raised into the log, mailed to the commission once, over when it is, waiting until somebody takes note.
import { addMinutes } from "date-fns";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectOk, ok, refuse } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import {
  ClockWatch,
  acknowledgeAlert,
  countWaitingAlerts,
  listAlerts,
  reportRewrittenLog,
  watchProofs,
  watchWitnessAnswers,
  watchWitnesses,
} from "#app/modules/alerts/index.server.ts";
import {
  addWitness,
  collectCosignatures,
  findLogKey,
  listAuditEntries,
  openLogKey,
  publishCheckpoint,
  recordAudit,
  signCheckpoint,
} from "#app/modules/audit-log/index.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import {
  changeRollHolder,
  closeDueElections,
  excludeDisputedAct,
  fileDispute,
  proposeDisputeDecision,
  proposeRollChange,
  recordBoxHeads,
} from "#app/modules/elections/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import type { ElectionInTest } from "#test/factories/elections.ts";
import { anElection } from "#test/factories/elections.ts";
import { aPerson } from "#test/setup/actors.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { startWitness } from "#test/setup/witness.ts";

const anAuditor = aPerson({ roles: ["auditor"] });
const aCommissioner = aPerson({ roles: ["commission"], accountId: "account-of-carla", name: "Carla Ruiz" });

async function codesOf(given: Given): Promise<string[]> {
  return (await listAlerts(given.context({ actor: anAuditor }))).map(({ code }) => code);
}

function passMinutes(given: Given, minutes: number): void {
  given.clock.set(new Date(given.clock.now().getTime() + minutes * 60_000));
}

async function recordSomething(context: Context): Promise<void> {
  await inTransaction(context, async (within) => {
    await recordAudit(within, { action: "organizations:edited", subjectType: "organization", subjectId: "o" });
    return ok(undefined);
  });
}

/** A house with two members of the commission and a mail room. */
async function aCommission(given: Given): Promise<Context> {
  const context = given.context();
  await registerMailRoom(context, { folder: given.settings.folder });
  for (const name of ["Carla Ruiz", "Otto Paz"]) {
    const email = `${name.slice(0, 4).toLowerCase()}@example.org`;
    expectOk(await createAccount(context, { name, email, language: "es", roles: ["commission"] }));
  }
  return context;
}

/** Two people give the second organisation another number of votes. */
async function changeVotes(election: ElectionInTest, votes: number): Promise<void> {
  const { electionId, staff, commission, voters } = election;
  const wish = { kind: "change", handle: voters[1]!.handle, organizationId: "", votes } as const;
  const whole = { ...wish, category: null, contactAccountId: null, claimId: "" };
  const proposed = await proposeRollChange(election.as(staff), { electionId, wish: whole, reason: "Reclamo 12" });
  const { proposalId } = expectOk(proposed);
  expectOk(await approveProposal(election.as(commission[0]!), approvableActs, { proposalId }));
}

/** What an accepted delegation does to the roll. */
async function delegate(election: ElectionInTest, from: number): Promise<void> {
  const { electionId, voters } = election;
  const { actor, email } = voters[1]!;
  const holder = { accountId: actor.accountId, name: actor.name, email, language: "es" };
  const organizationId = `organization-of-${voters[from]!.handle}`;
  const wish = { electionId, organizationId, holder, isDelegated: true, reason: "Delegación" };
  expectOk(await inTransaction(election.as(actor), (within) => changeRollHolder(within, wish)));
}

async function becomeOfficial({ database, clock }: Given, electionId: string): Promise<void> {
  const hashes = { evidenceHash: "e", groundHash: "g", bundleHash: "b" };
  const at = clock.now();
  await database.certificate.create({ data: { electionId, ...hashes, assembledAt: at, officialAt: at } });
}

describeOnEachDatabase("alerts", (given) => {
  // Requirement: CM 39, CM 47
  test.each([
    ["forward", 45, "CLOCK_PUT_FORWARD"],
    ["back", -45, "CLOCK_PUT_BACK"],
  ])(
    "a clock that is put %s is an alert, in the log and by mail to every member of the commission",
    async (_, minutes, code) => {
      const context = await aCommission(given);
      let monotonic = 0;
      const watch = new ClockWatch(context, () => monotonic);
      await watch.look();
      passMinutes(given, 10);
      monotonic += 10 * 60_000;
      await watch.look();
      expect(await codesOf(given)).toEqual([]);
      passMinutes(given, minutes);
      await watch.look();
      await watch.look();
      expect(await listAlerts(given.context({ actor: anAuditor }))).toMatchObject([
        { code, details: { seconds: 2700 } },
      ]);
      expect(await listAuditEntries(context, { action: "alerts:raised" })).toMatchObject([{ details: { code } }]);
      const mails = await given.database.outgoingMail.findMany({ where: { template: "alerts/raised" } });
      expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(["carl@example.org", "otto@example.org"]);
    },
  );

  test("a house that starts with a clock earlier than the last entry of its log says so", async () => {
    const context = given.context();
    await recordSomething(context);
    await new ClockWatch(context, () => 0).look();
    expect(await codesOf(given)).toEqual([]);
    passMinutes(given, -120);
    await new ClockWatch(context, () => 0).look();
    expect(await codesOf(given)).toEqual(["CLOCK_BEFORE_LOG"]);
  });

  // Requirement: CM 39
  test("a silent witness is an alert after a quarter of an hour, and is over when it comes back", async () => {
    const context = given.context();
    await openLogKey(context);
    const witness = await startWitness((await findLogKey(context)) ?? "", () => given.clock.now());
    expectOk(await addWitness(context, { verificationKey: witness.vkey, url: witness.url }));
    witness.behaviour = "is silent";
    const round = async () => {
      await watchWitnessAnswers(context, expectOk(await publishCheckpoint(context)));
      await watchWitnesses(context);
    };
    passMinutes(given, 14);
    await round();
    expect(await codesOf(given)).toEqual([]);
    passMinutes(given, 2);
    await round();
    await round();
    expect(await codesOf(given)).toEqual(["WITNESS_NEVER_CAME"]);
    witness.behaviour = "honest";
    await round();
    const [alert] = await listAlerts(given.context({ actor: anAuditor }));
    expect(alert).toMatchObject({ code: "WITNESS_NEVER_CAME", acknowledgedAt: null });
    expect(alert?.clearedAt).not.toBeNull();
    passMinutes(given, 16);
    await watchWitnesses(context);
    expect(await codesOf(given)).toEqual(["WITNESS_SILENT", "WITNESS_NEVER_CAME"]);
    await witness.stop();
  });

  // Requirement: CM 39
  test("a sealed election without any named witness is an alert until a witness is named or the result is official, and a test is none", async () => {
    const { electionId } = await (await anElection(given)).open();
    const context = given.context();
    const update = (data: object) => given.database.election.update({ where: { id: electionId }, data });
    const standing = async () =>
      (await listAlerts(given.context({ actor: anAuditor })))
        .filter(({ clearedAt }) => clearedAt === null)
        .map(({ code, subject }) => [code, subject]);
    await update({ isTest: true });
    await watchWitnesses(context);
    expect(await standing()).toEqual([]);
    await update({ isTest: false, resultAt: given.clock.now() });
    await watchWitnesses(context);
    await watchWitnesses(context);
    expect(await standing(), "a result that is not official still needs it").toEqual([["NO_WITNESS", electionId]]);
    expect(await codesOf(given)).toEqual(["NO_WITNESS"]);
    await openLogKey(context);
    const witness = await startWitness((await findLogKey(context)) ?? "", () => given.clock.now());
    expectOk(await addWitness(context, { verificationKey: witness.vkey, url: witness.url }));
    await watchWitnesses(context);
    expect(await standing()).toEqual([]);
    await given.database.logWitness.deleteMany();
    await watchWitnesses(context);
    expect(await standing()).toEqual([["NO_WITNESS", electionId]]);
    await becomeOfficial(given, electionId);
    await watchWitnesses(context);
    expect(await standing()).toEqual([]);
    await witness.stop();
  });

  test("a witness that remembers another past than ours is an alert", async () => {
    const context = given.context();
    await openLogKey(context);
    const witness = await startWitness((await findLogKey(context)) ?? "", () => given.clock.now());
    expectOk(await addWitness(context, { verificationKey: witness.vkey, url: witness.url }));
    for (let count = 0; count < 3; count += 1) await recordSomething(context);
    expectOk(await signCheckpoint(context));
    await watchWitnessAnswers(context, await collectCosignatures(context));
    witness.known.root = Buffer.alloc(32).toString("base64");
    await recordSomething(context);
    expectOk(await signCheckpoint(context));
    await watchWitnessAnswers(context, await collectCosignatures(context));
    expect(await codesOf(given)).toEqual(["WITNESS_SAW_ANOTHER_LOG"]);
    await witness.stop();
  });

  // Requirement: C6, CM 39
  test("a log that was changed in the database is an alert, told once while it lasts", async () => {
    const context = given.context();
    for (let count = 0; count < 3; count += 1) await recordSomething(context);
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
    await given.database.auditEntry.update({ where: { sequence: 2 }, data: { subjectId: "another" } });
    await watchProofs(context);
    await watchProofs(context);
    expect(await codesOf(given)).toEqual(["ENTRY_BROKEN"]);
  });

  test("a log that cannot be signed any more, because a database was put back, is an alert", async () => {
    const context = given.context();
    for (let count = 0; count < 5; count += 1) await recordSomething(context);
    expectOk(await signCheckpoint(context));
    await given.database.auditEntry.deleteMany({ where: { sequence: { gt: 3 } } });
    await given.database.logCheckpoint.deleteMany();
    const restarted = { ...context, database: await openDatabase(given.databaseUrl) };
    const published = await publishCheckpoint(restarted);
    expect(published).toMatchObject(refuse("LOG_REWRITTEN"));
    if (!published.ok) await reportRewrittenLog(context, published.error.details);
    expect(await codesOf(given)).toEqual(["LOG_REWRITTEN"]);
    await restarted.database.$disconnect();
  });

  test("a false head in the folder changes nothing", async () => {
    const context = given.context();
    await recordSomething(context);
    expectOk(await signCheckpoint(context));
    writeFileSync(join(given.settings.folder, "log", "head"), "nonsense");
    await recordSomething(context);
    expect((await signCheckpoint(context)).ok).toBe(true);
  });

  // Requirement: L4, CM 39
  test("a roll that was changed behind everybody's back after the freeze is an alert: votes, and the contact who votes", async () => {
    const election = await (await anElection(given)).frozen();
    const context = given.context();
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { electionId: election.electionId } });
    await given.database.rollEntry.update({ where: { id: entry.id }, data: { votes: entry.votes + 1 } });
    await watchProofs(context);
    expect(await codesOf(given)).toEqual(["ROLL_DIFFERS"]);
    await given.database.rollEntry.update({ where: { id: entry.id }, data: { votes: entry.votes } });
    await watchProofs(context);
    expect((await listAlerts(given.context({ actor: anAuditor })))[0]?.clearedAt).not.toBeNull();
    await given.database.rollEntry.update({ where: { id: entry.id }, data: { contactEmail: "thief@example.org" } });
    await watchProofs(context);
    expect(await codesOf(given)).toEqual(["ROLL_DIFFERS", "ROLL_DIFFERS"]);
  });

  // Requirement: CM 39, L4
  test("each decided change of a frozen roll is one alert that is over at once; delegations are one line for a day; a version without its change is a roll that differs", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const context = given.context();
    for (const votes of [5, 6, 7]) await changeVotes(election, votes);
    for (const from of [0, 2]) await delegate(election, from);
    await watchProofs(context);
    await watchProofs(context);
    const told = () => listAlerts(given.context({ actor: anAuditor }));
    expect((await told()).map(({ code, details }) => [code, details["rollVersion"]]).sort()).toEqual([
      ["ROLL_CHANGED_BY_DECISION", 2],
      ["ROLL_CHANGED_BY_DECISION", 3],
      ["ROLL_CHANGED_BY_DECISION", 4],
    ]);
    passMinutes(given, 24 * 60);
    await given.database.election.update({ where: { id: electionId }, data: { resultAt: given.clock.now() } });
    for (const alert of await told()) {
      expectOk(await acknowledgeAlert(given.context({ actor: aCommissioner }), { alertId: alert.id, remark: "Sí" }));
    }
    await watchProofs(context);
    await watchProofs(context);
    const [newest, ...others] = await told();
    expect(newest).toMatchObject({ code: "ROLL_CHANGED_BY_DELEGATION", details: { count: 2 } });
    expect(others, "nothing is told twice, nor after somebody took note").toHaveLength(3);
    expect((await told()).every(({ clearedAt }) => clearedAt !== null)).toBe(true);
    await given.database.election.update({ where: { id: electionId }, data: { rollVersion: 9 } });
    await watchProofs(context);
    expect(await codesOf(given)).toContain("ROLL_DIFFERS");
  });

  // Requirement: CM 39
  test("box and roll are watched until the result is official, and no longer", async () => {
    const election = await (await anElection(given)).open();
    for (const voter of [0, 1]) expectOk(await election.cast(voter, [0]));
    await election.counted();
    const { electionId } = election;
    const context = given.context();
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
    await given.database.ballot.deleteMany({ where: { electionId, position: 2 } });
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { electionId } });
    await given.database.rollEntry.update({ where: { id: entry.id }, data: { votes: entry.votes + 1 } });
    await watchProofs(context);
    expect((await codesOf(given)).sort()).toEqual(["BOX_COUNT_DIFFERS", "ROLL_DIFFERS"]);
    await given.database.alert.deleteMany();
    await becomeOfficial(given, electionId);
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
  });

  // Requirement: CM 39, L5
  test("a box in which a ballot was swapped, dropped or listed otherwise is an alert", async () => {
    const election = await (await anElection(given)).open();
    for (const voter of [0, 1, 2]) expectOk(await election.cast(voter, [0]));
    const context = given.context();
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
    const where = { electionId: election.electionId };
    const event = await given.database.archiveRecord.findFirstOrThrow({ where: { ...where, eventType: "Ballot" } });
    const position = { electionId_series_position: { ...where, series: 0, position: event.position - 1 } };
    const { body } = await given.database.archiveRecord.findUniqueOrThrow({ where: position });
    await given.database.archiveRecord.update({ where: position, data: { body: body.replace("a", "b") } });
    await watchProofs(context);
    expect(await codesOf(given)).toEqual(["BOX_CHAIN_BROKEN"]);
    await given.database.archiveRecord.update({ where: position, data: { body } });
    const line = await given.database.ballot.findFirstOrThrow({ where: { ...where, position: 3 } });
    const at = { electionId_position: { ...where, position: 3 } };
    await given.database.ballot.update({ where: at, data: { weight: line.weight + 1 } });
    await watchProofs(context);
    expect((await codesOf(given)).sort()).toEqual(["BOX_BALLOT_INVALID", "BOX_CHAIN_BROKEN"]);
    await given.database.ballot.delete({ where: at });
    await watchProofs(context);
    expect(await codesOf(given)).toContain("BOX_COUNT_DIFFERS");
  });

  // Requirement: CM 39, CM 49, L5
  test("where something was left out of the count, the whole box beside it is watched too, up to what the log said at its closing", async () => {
    const election = await (await anElection(given, { weights: [1, 4, 7, 1, 1, 1] })).open();
    const { electionId } = election;
    const trackers = [];
    for (const voter of [0, 1, 2, 3, 4, 5]) trackers.push(expectOk(await election.cast(voter, [0])).tracker);
    const [celia, dario] = election.commission.map((actor) => election.as(actor));
    const filed = { electionId, kind: "ballot", what: trackers[2]!, reason: "No votó." } as const;
    const { disputeId } = expectOk(await fileDispute(celia!, filed));
    await election.closed();
    const decision = { disputeId, decision: "excluded", reason: "El poder no vale." } as const;
    const { proposalId } = expectOk(await proposeDisputeDecision(celia!, decision));
    expectOk(await approveProposal(dario!, [excludeDisputedAct], { proposalId }));
    await closeDueElections(given.context());
    const context = given.context();
    await watchProofs(context);
    expect(await codesOf(given)).toEqual([]);
    const events = await given.database.archiveRecord.findMany({
      where: { electionId, series: 0, eventType: "Ballot" },
      orderBy: { position: "asc" },
    });
    // The oldest ballot: nobody verifies so old a one anew, and in the count beside the box it stands unharmed.
    const at = { electionId_series_position: { electionId, series: 0, position: events[0]!.position - 1 } };
    const { body } = await given.database.archiveRecord.findUniqueOrThrow({ where: at });
    await given.database.archiveRecord.update({ where: at, data: { body: body.replace("a", "b") } });
    await watchProofs(context);
    expect(await codesOf(given)).toEqual(["BOX_CHAIN_BROKEN"]);
    await given.database.archiveRecord.update({ where: at, data: { body } });
    await watchProofs(context);
    expect((await listAlerts(given.context({ actor: anAuditor })))[0]?.clearedAt).not.toBeNull();
    const { boxRecordCount } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    await given.database.election.update({ where: { id: electionId }, data: { boxRecordCount: boxRecordCount! - 1 } });
    await watchProofs(context);
    const open = (await listAlerts(given.context({ actor: anAuditor }))).filter(({ clearedAt }) => clearedAt === null);
    expect(open.map(({ code }) => code)).toEqual(["BOX_CHAIN_BROKEN"]);
  });

  test("a growing box is anchored in the log with its count and its last event, and names nobody", async () => {
    const election = await (await anElection(given)).open();
    const context = given.context();
    expect(await recordBoxHeads(context)).toEqual([]);
    expectOk(await election.cast(0, [0]));
    expect(await recordBoxHeads(context)).toEqual([election.electionId]);
    expect(await recordBoxHeads(context)).toEqual([]);
    expectOk(await election.cast(1, [0]));
    expect(await recordBoxHeads(context), "not again within a quarter of an hour").toEqual([]);
    given.clock.set(addMinutes(given.clock.now(), 15));
    await recordBoxHeads(context);
    const { lastEventHash } = await given.database.election.findUniqueOrThrow({ where: { id: election.electionId } });
    const heads = await listAuditEntries(context, { action: "elections:box-head" });
    expect(heads.map(({ details, actorName }) => [details["ballots"], actorName])).toEqual([
      [2, "ballot box"],
      [1, "ballot box"],
    ]);
    expect(heads[0]?.details["lastEventHash"]).toBe(lastEventHash);
  });

  test("an alert waits until a member of the commission says what was found; an auditor sees it and cannot put it away", async () => {
    const context = given.context();
    await reportRewrittenLog(context, { signedSize: 9, size: 4 });
    const asCommissioner = given.context({ actor: aCommissioner });
    expect(await countWaitingAlerts(asCommissioner)).toEqual([{ kind: "failed-proof", count: 1 }]);
    expect(await countWaitingAlerts(given.context({ actor: aPerson() }))).toEqual([]);
    const alertId = (await listAlerts(asCommissioner))[0]?.id ?? "";
    const asAuditor = given.context({ actor: anAuditor });
    await expect(acknowledgeAlert(asAuditor, { alertId, remark: "seen" })).rejects.toThrow("not permitted");
    expect(await acknowledgeAlert(asCommissioner, { alertId, remark: " " })).toEqual(refuse("REMARK_MISSING"));
    expectOk(await acknowledgeAlert(asCommissioner, { alertId, remark: "The backup of Tuesday was put back." }));
    expect(await acknowledgeAlert(asCommissioner, { alertId, remark: "Again" })).toEqual(
      refuse("ALERT_ALREADY_ACKNOWLEDGED"),
    );
    expect(await countWaitingAlerts(asCommissioner)).toEqual([]);
    expect((await listAlerts(asAuditor))[0]).toMatchObject({
      acknowledgedByName: "Carla Ruiz",
      remark: "The backup of Tuesday was put back.",
    });
    await expect(listAlerts(given.context({ actor: aPerson() }))).rejects.toThrow("not permitted");
  });

  test("a round that finds nothing new writes nothing", async () => {
    const { electionId } = await (await anElection(given)).open();
    await given.database.election.update({ where: { id: electionId }, data: { isTest: true } });
    const context = given.context();
    const before = await given.database.auditTail.findUnique({ where: { id: 1 } });
    await watchProofs(context);
    await watchWitnesses(context);
    await new ClockWatch(context, () => 0).look();
    expect(await given.database.auditTail.findUnique({ where: { id: 1 } })).toEqual(before);
  });
});
