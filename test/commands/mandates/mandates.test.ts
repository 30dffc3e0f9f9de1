// Who votes for an organisation: the history, the cooling-off, and delegation with its caps, where an election allows it.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { listRollChanges, proposeRollChange } from "#app/modules/elections/index.server.ts";
import { requireNoDelegateOnBallot } from "#app/modules/elections/queries/delegate-on-ballot.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { holdKeyCeremony } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { computeRollRoot } from "#app/modules/elections/queries/roll-tree.server.ts";
import {
  acceptDelegation,
  declineDelegation,
  grantDelegation,
  listDelegationsOf,
  listDelegationsTo,
  listRegister,
  revokeDelegation,
  setMandateRules,
} from "#app/modules/mandates/index.server.ts";
import { findMyMandates } from "#app/modules/mandates/queries/my-mandates.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { createOrganization, listContactTerms, setContact } from "#app/modules/organizations/index.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aPersonWithAccount, anElection, closesAt, opensAt } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";
import { writingDown } from "../../setup/questions-asked.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const endsAt = new Date("2026-03-06T00:00:00Z");

describeOnEachDatabase("delegation", (given) => {
  async function anElectionWithDelegation(cap = 1): Promise<ElectionInTest> {
    const election = await anElection(given, { weights: [1, 4, 7, 2] });
    const { electionId } = election;
    const delegation = { capPerPerson: cap, endsAt };
    expectOk(await setMandateRules(election.as(election.staff), { electionId, coolingOffDays: 2, delegation }));
    return election.frozen();
  }

  function grant(election: ElectionInTest, from: number, to: number) {
    const { electionId, voters } = election;
    const organizationHandle = voters[from]!.handle;
    const delegateUserId = voters[to]!.actor.userId;
    return grantDelegation(election.as(voters[from]!.actor), { electionId, organizationHandle, delegateUserId });
  }

  const holderOf = async (election: ElectionInTest, voter: number) => {
    const where = { electionId: election.electionId, organizationHandle: election.voters[voter]!.handle };
    return (await given.database.rollEntry.findFirstOrThrow({ where })).contactAccountId;
  };

  test("is off unless the election's rules allow it, and the rules are fixed once the roll is frozen", async () => {
    const election = await (await anElection(given)).frozen();
    expect(await grant(election, 0, 1)).toMatchObject({ error: { code: "DELEGATION_NOT_ALLOWED" } });
    const { electionId } = election;
    const late = await setMandateRules(election.as(election.staff), {
      electionId,
      coolingOffDays: 5,
      delegation: null,
    });
    expect(late).toMatchObject({ error: { code: "MANDATE_RULES_FIXED" } });
  });

  // Requirement: CM 18
  test("is granted by the member's own login and holds once the delegate accepts; then she alone votes", async () => {
    const election = await anElectionWithDelegation();
    const { electionId, voters } = election;
    const organizationHandle = voters[0]!.handle;
    const stranger = { electionId, organizationHandle, delegateUserId: voters[1]!.actor.userId };
    await expect(grantDelegation(election.as(voters[2]!.actor), stranger)).rejects.toThrow("not permitted");
    await expect(grantDelegation(election.as(election.staff), stranger)).rejects.toThrow("not permitted");
    const { delegationId } = expectOk(await grant(election, 0, 1));
    expect(await holderOf(election, 0)).toBe(voters[0]!.actor.accountId);
    await expect(acceptDelegation(election.as(voters[2]!.actor), { delegationId })).rejects.toThrow("not permitted");
    expect(await listRegister(given.context(), electionId)).toEqual([]);
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), { delegationId }));
    expect(await holderOf(election, 0)).toBe(voters[1]!.actor.accountId);
    expect(await listRegister(given.context(), electionId)).toMatchObject([
      { organizationHandle, delegateName: voters[1]!.actor.name },
    ]);
    const { rollRoot } = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    expect(await computeRollRoot(given.context(), electionId)).toBe(rollRoot);
    const entries = await listAuditEntries(given.context(), { subjectId: electionId });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        "mandates:delegation-offered",
        "mandates:delegation-accepted",
        "elections:roll-holder-changed",
      ]),
    );
  });

  test("no person is given more than the cap, not even by two organisations at once, and no candidate any", async () => {
    const election = await anElectionWithDelegation(1);
    const both = await Promise.all([grant(election, 0, 2), grant(election, 1, 2)]);
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "DELEGATE_AT_CAP" } });
    const ana = await aPersonWithAccount(given, "Ana", []);
    const wish = { electionId: election.electionId, organizationHandle: election.voters[3]!.handle };
    const context = election.as(election.voters[3]!.actor);
    expect(await grantDelegation(context, { ...wish, delegateUserId: ana.userId })).toMatchObject({
      error: { code: "DELEGATE_NAMED_AS_CANDIDATE" },
    });
    expect(await grantDelegation(context, { ...wish, delegateUserId: "NADIE9" })).toMatchObject({
      error: { code: "DELEGATE_UNKNOWN" },
    });
    expect(await grant(election, 3, 3)).toMatchObject({ error: { code: "DELEGATE_IS_ONESELF" } });
  });

  test("is declined, or taken back until the deadline, and then the organisation's own contact votes again", async () => {
    const election = await anElectionWithDelegation(2);
    const { voters } = election;
    const first = expectOk(await grant(election, 0, 1));
    expect(await grant(election, 0, 2)).toMatchObject({ error: { code: "DELEGATION_ALREADY_RUNNING" } });
    expectOk(await declineDelegation(election.as(voters[1]!.actor), first));
    const second = expectOk(await grant(election, 0, 1));
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), second));
    await expect(revokeDelegation(election.as(voters[2]!.actor), second)).rejects.toThrow("not permitted");
    expectOk(await acceptDelegation(election.as(voters[2]!.actor), expectOk(await grant(election, 1, 2))));
    const asked = writingDown(given.context());
    expect(await listRegister(asked.context, election.electionId)).toHaveLength(2);
    // Why: the public page costs two questions, however many have given their vote away.
    expect(asked.questions.map(({ what }) => what)).toEqual(["Delegation.findMany", "RollEntry.findMany"]);
    expectOk(await revokeDelegation(election.as(voters[0]!.actor), second));
    expect(await holderOf(election, 0)).toBe(voters[0]!.actor.accountId);
    expect(await listDelegationsTo(given.context(), voters[1]!.actor.accountId)).toEqual([]);
    given.clock.set(endsAt);
    expect(await grant(election, 0, 1)).toMatchObject({ error: { code: "DELEGATION_OVER" } });
  });

  test("taken back after two people changed who votes, it leaves their holder; the register shows it as over at once", async () => {
    const election = await anElectionWithDelegation(2);
    const { electionId, voters } = election;
    const delegation = expectOk(await grant(election, 0, 1));
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), delegation));
    const bea = await aPersonWithAccount(given, "Bea Nueva", []);
    const wish = {
      ...{ kind: "change" as const, handle: voters[0]!.handle, organizationId: "", votes: null, category: null },
      ...{ contactAccountId: bea.accountId, claimId: "" },
    };
    const reason = "Reclamo 7, con razón";
    const proposed = await proposeRollChange(election.as(election.staff), { electionId, wish, reason });
    const { proposalId } = expectOk(proposed);
    expectOk(await approveProposal(election.as(election.commission[0]!), approvableActs, { proposalId }));
    expect(await listRegister(given.context(), electionId)).toEqual([]);
    const [delegate, granter] = [voters[1]!.actor, voters[0]!.actor];
    expect(await findMyMandates(given.context(), delegate.accountId)).toMatchObject({ held: [], offered: [] });
    expect((await findMyMandates(given.context(), granter.accountId)).given).toEqual([]);
    const [past] = await listDelegationsOf(given.context(), `organization-of-${voters[0]!.handle}`);
    expect(past?.state).toBe("overridden");
    expectOk(await revokeDelegation(election.as(voters[0]!.actor), delegation));
    expect(await holderOf(election, 0)).toBe(bea.accountId);
  });

  test("whom two people put on the roll delegates anew, and what they ended counts no more", async () => {
    const election = await anElectionWithDelegation(1);
    const { electionId, voters } = election;
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), expectOk(await grant(election, 0, 1))));
    const bea = await aPersonWithAccount(given, "Bea Nueva", []);
    const organizationHandle = voters[0]!.handle;
    const where = { electionId, organizationHandle };
    const namedByTwo = { contactAccountId: bea.accountId, isDelegated: false };
    await given.database.rollEntry.updateMany({ where, data: namedByTwo });
    const wish = { electionId, organizationHandle, delegateUserId: voters[1]!.actor.userId };
    const anew = expectOk(await grantDelegation(election.as(bea), wish));
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), anew));
    expect(await holderOf(election, 0)).toBe(voters[1]!.actor.accountId);
  });

  test("one's own mandates say what may be given now, and in the cooling-off why not and that what was given is still revoked", async () => {
    const election = await anElectionWithDelegation(2);
    const mine = (voter: number) => findMyMandates(given.context(), election.voters[voter]!.actor.accountId);
    const given01 = expectOk(await grant(election, 0, 1));
    expectOk(await acceptDelegation(election.as(election.voters[1]!.actor), given01));
    expect(await mine(2)).toMatchObject({ grantable: [{ capPerPerson: 2, votes: 7 }], resting: [] });
    expect(await mine(1)).toMatchObject({ held: [{ organizationHandle: election.voters[0]!.handle }] });
    const { electionId } = election;
    const late = new Date(opensAt.getTime() - 3_600_000);
    await given.database.delegationRules.update({ where: { electionId }, data: { endsAt: late } });
    given.clock.set(new Date(opensAt.getTime() - 86_400_000));
    expect(await mine(2)).toMatchObject({ grantable: [], resting: [{ code: "DELEGATION_COOLING_OFF" }] });
    expect((await mine(0)).given).toMatchObject([{ state: "accepted", obstacle: null }]);
    given.clock.set(late);
    expect((await mine(0)).given).toMatchObject([{ obstacle: { code: "DELEGATION_OVER" } }]);
    given.clock.set(closesAt);
    expect(await mine(1)).toMatchObject({ held: [], resting: [] });
  });

  test("a candidate's own account bars her as a delegate under any name, and a namesake with another account is not barred", async () => {
    const election = await anElectionWithDelegation();
    const { electionId, voters } = election;
    const where = { contest: { electionId }, position: 0 };
    const namesake = { name: voters[2]!.actor.name, accountId: voters[1]!.actor.accountId };
    const { id } = await given.database.candidate.findFirstOrThrow({ where });
    await given.database.candidate.update({ where: { id }, data: namesake });
    expect(await grant(election, 0, 1)).toMatchObject({ error: { code: "DELEGATE_IS_CANDIDATE" } });
    expectOk(await acceptDelegation(election.as(voters[2]!.actor), expectOk(await grant(election, 0, 2))));
    expect((await requireNoDelegateOnBallot(given.context(), electionId)).ok).toBe(true);
    const hers = { accountId: voters[2]!.actor.accountId, name: "Otro Nombre" };
    await given.database.candidate.update({ where: { id }, data: hers });
    expect(await requireNoDelegateOnBallot(given.context(), electionId)).toMatchObject({
      error: { code: "DELEGATE_ON_BALLOT" },
    });
  });

  test("a delegate who is named a candidate later stops the codes and the seal until she votes for nobody else", async () => {
    const election = await anElectionWithDelegation();
    const { electionId, voters } = election;
    const delegation = expectOk(await grant(election, 0, 1));
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), delegation));
    const { name } = voters[1]!.actor;
    const { id } = await given.database.candidate.findFirstOrThrow({ where: { contest: { electionId } } });
    await given.database.candidate.update({ where: { id }, data: { name: name.toUpperCase() } });
    expect(await requireNoDelegateOnBallot(given.context(), electionId)).toMatchObject({
      error: { code: "DELEGATE_NAMED_AS_ON_BALLOT" },
    });
    await holdKeyCeremony(given.context(), electionId, election.commission);
    const issue = () => issueVotingCodes(election.as(election.commission[0]!), electionId);
    await expect(issue()).rejects.toThrow("DELEGATE_NAMED_AS_ON_BALLOT");
    expectOk(await revokeDelegation(election.as(voters[0]!.actor), delegation));
    await issue();
    await given.database.rollEntry.updateMany({
      where: { electionId, contactAccountId: voters[1]!.actor.accountId },
      data: { isDelegated: true },
    });
    await given.database.election.update({ where: { id: electionId }, data: { isTest: true } });
    const members = [election.commission[0]!, election.commission[1]!] as const;
    expect(await sealByTwo(given.context(), electionId, members)).toMatchObject({
      error: { code: "DELEGATE_NAMED_AS_ON_BALLOT" },
    });
  });

  test("the public changes of the roll name the delegate and never the organisation's own contact", async () => {
    const election = await anElectionWithDelegation();
    const { electionId, voters } = election;
    const delegation = expectOk(await grant(election, 0, 1));
    expectOk(await acceptDelegation(election.as(voters[1]!.actor), delegation));
    expectOk(await revokeDelegation(election.as(voters[0]!.actor), delegation));
    const [back, taken] = await listRollChanges(given.context(), electionId);
    expect(taken?.approvedByName).toBe(voters[1]!.actor.name);
    expect(JSON.stringify(back)).not.toContain(voters[0]!.actor.name);
  });

  test("nothing changes hands once the codes are made", async () => {
    const election = await anElectionWithDelegation();
    const offered = expectOk(await grant(election, 0, 1));
    await holdKeyCeremony(given.context(), election.electionId, election.commission);
    await issueVotingCodes(election.as(election.commission[0]!), election.electionId);
    expect(await acceptDelegation(election.as(election.voters[1]!.actor), offered)).toMatchObject({
      error: { code: "DELEGATION_AFTER_CODES" },
    });
    expect(await grant(election, 2, 3)).toMatchObject({ error: { code: "DELEGATION_AFTER_CODES" } });
    expect(await holderOf(election, 0)).toBe(election.voters[0]!.actor.accountId);
  });

  test("every change is told to the organisation's other contacts and to the delegate", async () => {
    const election = await anElectionWithDelegation();
    const admin = await aPersonWithAccount(given, "Adela Administra", []);
    const organizationId = `organization-of-${election.voters[0]!.handle}`;
    const { handle } = election.voters[0]!;
    const createdAt = given.clock.now();
    await given.database.organization.create({
      data: { id: organizationId, handle, name: "Red", country: "HN", createdAt },
    });
    const contact = { role: "administrative" as const, accountId: admin.accountId };
    expectOk(await setContact(given.context(), { organizationId, ...contact }));
    const offered = expectOk(await grant(election, 0, 1));
    expect(await toldOf(given)).toEqual(["adela.administra@people.example", election.voters[1]!.email].sort());
    expectOk(await acceptDelegation(election.as(election.voters[1]!.actor), offered));
    expect((await toldOf(given)).filter((address) => address === election.voters[0]!.email)).toHaveLength(1);
    expectOk(await revokeDelegation(given.context({ actor: admin }), offered));
    expect((await toldOf(given)).filter((address) => address === election.voters[1]!.email)).toHaveLength(2);
  });
});

describeOnEachDatabase("the mandate of an organisation", (given) => {
  async function organizationWithContact() {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    const staff = await aPersonWithAccount(given, "Sara Staff", ["staff"]);
    const ana = await aPersonWithAccount(given, "Ana Primera", []);
    const beto = await aPersonWithAccount(given, "Beto Segundo", []);
    const { organizationId } = expectOk(
      await createOrganization(given.context(), { name: "Red Norte", country: "HN" }),
    );
    const set = (accountId: string, now: string) =>
      setContact(given.context({ actor: staff, now }), { organizationId, role: "membership", accountId });
    return { ana, beto, organizationId, set };
  }

  test("says who voted for it, since when and named by whom, with everybody before", async () => {
    const { ana, beto, organizationId, set } = await organizationWithContact();
    expectOk(await set(ana.accountId, "2026-01-05T12:00:00Z"));
    expectOk(await set(beto.accountId, "2026-02-05T12:00:00Z"));
    expect(await listContactTerms(given.context(), organizationId, "membership")).toMatchObject([
      { name: "Beto Segundo", since: "2026-02-05T12:00:00.000Z", until: null, grantedByName: "Sara Staff" },
      { name: "Ana Primera", since: "2026-01-05T12:00:00.000Z", until: "2026-02-05T12:00:00.000Z" },
    ]);
  });

  test("does not change hands within the cooling-off: the earlier contact votes, and the entry says why", async () => {
    const { ana, beto, organizationId, set } = await organizationWithContact();
    const election = await anElection(given);
    const { electionId } = election;
    const coolingOffDays = 12;
    expectOk(await setMandateRules(election.as(election.staff), { electionId, coolingOffDays, delegation: null }));
    const begins = opensAt.getTime() - coolingOffDays * 86_400_000;
    expectOk(await set(ana.accountId, "2026-01-05T12:00:00Z"));
    expectOk(await set(beto.accountId, new Date(begins + 1).toISOString()));
    given.clock.set(new Date("2026-03-02T15:00:00Z"));
    expectOk(await election.freeze(async () => [rightOf(organizationId, beto)]));
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { electionId } });
    expect(entry.contactAccountId).toBe(ana.accountId);
    expect(entry.explanation).toMatchObject({ mandate: { rule: "cooling-off", insteadOf: "Beto Segundo" } });
  });

  test("a contact who was named before the cooling-off votes", async () => {
    const { ana, beto, organizationId, set } = await organizationWithContact();
    const election = await anElection(given);
    const { electionId } = election;
    expectOk(await setMandateRules(election.as(election.staff), { electionId, coolingOffDays: 12, delegation: null }));
    expectOk(await set(ana.accountId, "2026-01-05T12:00:00Z"));
    expectOk(await set(beto.accountId, new Date(opensAt.getTime() - 12 * 86_400_000).toISOString()));
    given.clock.set(new Date("2026-03-02T15:00:00Z"));
    expectOk(await election.freeze(async () => [rightOf(organizationId, beto)]));
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { electionId } });
    expect(entry.contactAccountId).toBe(beto.accountId);
  });
});

function rightOf(organizationId: string, person: { readonly accountId: string; readonly name: string }) {
  return {
    organizationId,
    handle: "HN-RENO-PLEN",
    name: "Red Norte",
    country: "HN",
    class: "active-a",
    category: "medium",
    votes: 3,
    explanation: { test: true },
    contact: { accountId: person.accountId, name: person.name, email: "x@members.example", language: "es" },
    isEntitled: true,
  };
}

async function toldOf(given: Given): Promise<string[]> {
  const mails = await given.database.outgoingMail.findMany({ where: { template: "mandates/delegation-changed" } });
  return mails.map(({ toAddress }) => toAddress).sort();
}
