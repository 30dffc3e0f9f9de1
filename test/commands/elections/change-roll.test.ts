// A frozen roll changes only by two people, before the sealing, and in everybody's sight; and commissioners sign what is final.
import { expect, test } from "vitest";
import { rollRoot } from "#app/lib/roll-proof/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  findElection,
  findRollSignatures,
  listCodeRecipients,
  listOwnRollEntries,
  listRoll,
  listRollChanges,
  listWholeRoll,
  proposeRollChange,
  signRoll,
} from "#app/modules/elections/index.server.ts";
import type { RollChangeWish } from "#app/modules/elections/domain/roll-change.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { holdKeyCeremony } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection, announceInTime, aPersonWithAccount } from "../../factories/elections.ts";
import { aVisitor } from "../../setup/actors.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const nothing: RollChangeWish = {
  kind: "change",
  handle: "HN-TEST2-PLEN",
  organizationId: "",
  votes: null,
  category: null,
  contactAccountId: null,
  claimId: "",
};

describeOnEachDatabase("change-roll", (given) => {
  function propose(election: ElectionInTest, wish: Partial<RollChangeWish>, reason = "Reclamo 12, con razón") {
    const { electionId } = election;
    return proposeRollChange(election.as(election.staff), { electionId, wish: { ...nothing, ...wish }, reason });
  }

  async function change(election: ElectionInTest, wish: Partial<RollChangeWish>) {
    const { proposalId } = expectOk(await propose(election, wish));
    return approveProposal(election.as(election.commission[0]!), approvableActs, { proposalId });
  }

  function seal({ electionId, commission }: ElectionInTest) {
    return sealByTwo(given.context(), electionId, [commission[0]!, commission[1]!]);
  }

  const sign = (election: ElectionInTest, member: number, undecidedClaims = 0) =>
    election.signRoll(member, { undecidedClaims });

  // Requirement: L4, L2, CM 48, CM 41
  test("one person alone changes nothing; a second one does, with every field before and after in the log and on the public page", async () => {
    const election = await (await anElection(given)).frozen();
    const before = await findElection(given.context(), election.electionId);
    const { proposalId } = expectOk(await propose(election, { votes: 5, claimId: "claim-12" }));
    expect((await findElection(given.context(), election.electionId))?.rollRoot).toBe(before?.rollRoot);
    const alone = election.as({ ...election.staff, roles: ["staff", "commission"] });
    expect(await approveProposal(alone, approvableActs, { proposalId })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    expectOk(await approveProposal(election.as(election.commission[0]!), approvableActs, { proposalId }));
    const after = await findElection(given.context(), election.electionId);
    expect(after?.rollRoot).not.toBe(before?.rollRoot);
    expect(after?.rollVotes).toBe(13);
    const [shown] = await listRollChanges(given.context({ actor: aVisitor }), election.electionId);
    expect(shown).toMatchObject({
      version: 2,
      handle: "HN-TEST2-PLEN",
      kind: "changed",
      changes: [{ field: "votes", before: 4, after: 5, isPublic: true }],
      reason: "Reclamo 12, con razón",
      claimId: "claim-12",
      proposedByName: "Sara Soto",
      proposedByRoles: ["staff"],
      approvedByName: "Celia Comisión",
      approvedByRoles: ["commission"],
      rootBefore: before?.rollRoot,
      root: after?.rollRoot,
    });
    const log = await listAuditEntries(election.as(election.staff), { subjectType: "election" });
    const entry = log.find(({ action }) => action === "elections:roll-changed");
    expect(entry?.changes).toEqual([{ field: "HN-TEST2-PLEN.votes", before: 4, after: 5 }]);
    expect(entry?.details).toMatchObject({ rollRoot: after?.rollRoot, rootBefore: before?.rollRoot, rollVersion: 2 });
    expect(rollRoot((await listWholeRoll(given.context(), election.electionId))?.entries ?? [])).toBe(after?.rollRoot);
  });

  // Requirement: L4, CM 22, CM 20
  test("another contact is told to the organisation's people and to the public only as a change without names", async () => {
    const election = await (await anElection(given)).frozen();
    const other = await aPersonWithAccount(given, "Nora Nueva", []);
    expectOk(await change(election, { contactAccountId: other.accountId }));
    const [shown] = await listRollChanges(given.context({ actor: aVisitor }), election.electionId);
    expect(shown?.changes).toEqual([{ field: "contact", before: null, after: null, isPublic: false }]);
    const own = (accountId: string) =>
      listOwnRollEntries(given.context(), { electionId: election.electionId, accountId });
    expect(await own(other.accountId)).toHaveLength(1);
    expect(await own(election.voters[1]!.actor.accountId)).toHaveLength(0);
    const mails = await given.database.outgoingMail.findMany({ where: { template: "elections/roll-changed" } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(
      ["nora.nueva@people.example", election.voters[1]!.email].sort(),
    );
  });

  // Requirement: L5
  test("an entry is struck and never deleted: it counts nowhere and the row stays", async () => {
    const election = await (await anElection(given)).frozen();
    expectOk(await change(election, { kind: "strike" }));
    const { electionId } = election;
    expect((await listRoll(given.context(), { electionId, page: 1 })).total).toBe(2);
    expect(await findElection(given.context(), electionId)).toMatchObject({ rollOrganizations: 2, rollVotes: 8 });
    expect(await listCodeRecipients(election.as(election.commission[0]!), electionId)).toHaveLength(2);
    const row = await given.database.rollEntry.findFirst({ where: { organizationHandle: "HN-TEST2-PLEN" } });
    expect(row?.struckAt).not.toBeNull();
    expect(await change(election, { kind: "strike", handle: "HN-TEST9-PLEN" }).catch(String)).toContain(
      "ROLL_ENTRY_UNKNOWN",
    );
  });

  test("each wish that makes no sense is refused with its code before anybody has to decide it", async () => {
    const election = await anElection(given);
    expect(await propose(election, { votes: 5 })).toMatchObject({ error: { code: "ROLL_NOT_FROZEN" } });
    await election.frozen();
    const codes = async (wish: Partial<RollChangeWish>) =>
      (await propose(election, wish)) as { error?: { code: string } };
    expect((await codes({})).error?.code).toBe("ROLL_CHANGE_EMPTY");
    expect((await codes({ votes: 0 })).error?.code).toBe("ROLL_VOTES_INVALID");
    expect((await codes({ category: "huge" })).error?.code).toBe("ROLL_CATEGORY_UNKNOWN");
    expect((await codes({ contactAccountId: "nobody" })).error?.code).toBe("ROLL_CONTACT_MISSING");
    expect((await codes({ kind: "add", organizationId: "nothing" })).error?.code).toBe("ROLL_ORGANIZATION_UNKNOWN");
    expect(await propose(election, { votes: 5 }, " ")).toMatchObject({ error: { code: "REASON_MISSING" } });
    const auditor = { ...election.staff, roles: ["auditor" as const] };
    const wish = { ...nothing, votes: 5 };
    const { electionId } = election;
    expect(() => proposeRollChange(election.as(auditor), { electionId, wish, reason: "x" })).toThrow(NotPermitted);
  });

  // Requirement: L6, CM 48
  test("the codes are made anew after a change, and after the sealing no change is possible", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId } = election;
    expectOk(await change(election, { votes: 5 }));
    const kept = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expect(kept.credentialsPayload).toBeNull();
    expect(await given.database.rollEntry.count({ where: { eligibilityTag: { not: null } } })).toBe(0);
    expect(await given.database.rollEntry.count({ where: { sealedVotingCode: { not: null } } })).toBe(0);
    const commissioner = election.as(election.commission[0]!);
    expect(await seal(election)).toMatchObject({
      error: { code: "PREPARATION_INCOMPLETE", details: { step: "credentials" } },
    });
    await issueVotingCodes(commissioner, electionId);
    const { proposalId } = expectOk(await propose(election, { votes: 6 }));
    await election.bindingly();
    expectOk(await seal(election));
    expect(await approveProposal(commissioner, approvableActs, { proposalId })).toMatchObject({
      error: { code: "ROLL_CHANGE_AFTER_SEALING" },
    });
    expect(await propose(election, { votes: 6 })).toMatchObject({ error: { code: "ROLL_CHANGE_AFTER_SEALING" } });
    expect(await propose(election, { kind: "strike" })).toMatchObject({ error: { code: "ROLL_CHANGE_AFTER_SEALING" } });
  });

  // Requirement: CM 48, CM 18
  test("a roll that somebody changed in the database itself cannot be signed and cannot be sealed", async () => {
    const election = await (await anElection(given)).withCodes();
    await given.database.rollEntry.updateMany({
      where: { organizationHandle: "HN-TEST2-PLEN" },
      data: { country: "BR" },
    });
    expect(await sign(election, 0)).toMatchObject({ error: { code: "ROLL_DIFFERS_FROM_ITS_ROOT" } });
    await announceInTime(given, election.electionId);
    expect(await seal(election)).toMatchObject({
      error: { code: "ROLL_DIFFERS_FROM_ITS_ROOT" },
    });
  });

  // Requirement: CM 48, R3
  test("the final roll is signed when all claims are decided, each signature holds for one root, and nothing that binds is sealed before", async () => {
    const election = await (await anElection(given)).withCodes();
    const { electionId } = election;
    await announceInTime(given, electionId);
    expect(await seal(election)).toMatchObject({
      error: { code: "ROLL_NOT_SIGNED", details: { signatures: 0, needed: 2 } },
    });
    expect(await sign(election, 0, 1)).toMatchObject({
      error: { code: "ROLL_CLAIMS_UNDECIDED", details: { count: 1 } },
    });
    expect(await election.signRoll(0, { unsettledClaims: 1 })).toMatchObject({
      error: { code: "ROLL_CLAIMS_NOT_CARRIED_OUT", details: { count: 1 } },
    });
    const notHers = { error: { code: "ROLL_SIGNATURE_INVALID" } };
    expect(await election.signRoll(0, { key: 1 })).toMatchObject(notHers);
    expect(await election.signRoll(0, { root: "00".repeat(32) })).toMatchObject(notHers);
    expect(expectOk(await sign(election, 0))).toEqual({ signatures: 1, needed: 2 });
    expect(await sign(election, 0)).toMatchObject({ error: { code: "ROLL_ALREADY_SIGNED" } });
    expectOk(await change(election, { votes: 5 }));
    await issueVotingCodes(election.as(election.commission[0]!), electionId);
    expect((await findRollSignatures(given.context(), electionId)).signatures).toEqual([]);
    expectOk(await sign(election, 0));
    expect(await seal(election)).toMatchObject({
      error: { code: "ROLL_NOT_SIGNED", details: { signatures: 1, needed: 2 } },
    });
    const [held] = await given.database.rollSignature.findMany({ where: { electionId, version: 2 } });
    await given.database.rollSignature.create({ data: { ...held!, trusteeIndex: 2, name: "Dario Comisión" } });
    expect(await seal(election), "a row that nobody signed").toMatchObject({
      error: { code: "ROLL_NOT_SIGNED", details: { signatures: 1, needed: 2 } },
    });
    await given.database.rollSignature.deleteMany({ where: { electionId, trusteeIndex: 2 } });
    expectOk(await sign(election, 1));
    const log = await listAuditEntries(election.as(election.staff), { subjectType: "election" });
    const { root } = await findRollSignatures(given.context(), electionId);
    expect(log.find(({ action }) => action === "elections:roll-signed")?.details).toMatchObject({ root });
    expectOk(await seal(election));
    expect(await sign(election, 2)).toMatchObject({ error: { code: "ROLL_SIGNATURE_AFTER_SEALING" } });
  });

  test("nobody signs before the key ceremony, without a key, while members may still object, or from a stale page", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const none = async () => 0;
    const unsigned = (root: string) => ({
      ...{ electionId, root, signature: "" },
      ...{ countUndecidedClaims: none, countUnsettledClaims: none },
    });
    const stale = unsigned("00".repeat(32));
    const context = election.as(election.commission[0]!);
    expect(await signRoll(context, stale)).toMatchObject({ error: { code: "ROLL_CHANGED_MEANWHILE" } });
    await expect(signRoll(election.as(election.staff), stale)).rejects.toThrow(NotPermitted);
    const { root } = await findRollSignatures(given.context(), electionId);
    expect(await signRoll(context, unsigned(root ?? ""))).toMatchObject({
      error: { code: "ROLL_SIGNED_AFTER_CEREMONY" },
    });
    election.trustees = await holdKeyCeremony(given.context(), electionId, election.commission);
    const keyless = await aPersonWithAccount(given, "Flor Comisión", ["commission"]);
    expect(await signRoll(election.as(keyless), unsigned(root ?? ""))).toMatchObject({
      error: { code: "ROLL_SIGNED_WITH_KEYS_ONLY" },
    });
    const now = given.clock.now();
    const dates = { createdAt: now, changedAt: now };
    await given.database.calendar.create({ data: { processId: electionId, template: "board", ...dates } });
    const claimsEnd = new Date("2026-03-05T18:00:00Z");
    await given.database.calendarStage.create({
      data: { processId: electionId, kind: "roll-claims", opensAt: now, closesAt: claimsEnd, changedAt: now },
    });
    expect(await sign(election, 0)).toMatchObject({ error: { code: "ROLL_CLAIMS_STILL_OPEN" } });
    given.clock.set(claimsEnd);
    expectOk(await sign(election, 0));
  });
});
