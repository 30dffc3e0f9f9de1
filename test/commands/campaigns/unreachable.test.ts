// Voters who do not receive mail are seen before the codes leave, and the commission accepts exactly the list that it saw.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { sendTestMail } from "#app/modules/campaigns/index.server.ts";
import {
  acceptUnreachable,
  listRollChanges,
  listUnreachableVoters,
  proposeRollChange,
} from "#app/modules/elections/index.server.ts";
import { markUndeliverable, trustAddress } from "#app/modules/notifications/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { anElection } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("unreachable voters", (given) => {
  // Requirement: L13
  test("an address that came back is listed with its reason; accepting holds for this list and no longer one", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const commission = election.as(election.commission[0]!);
    const bad = (index: number) =>
      markUndeliverable(given.context(), {
        address: election.voters[index]!.email.toUpperCase(),
        reason: "550 no such mailbox",
        source: "refused",
      });
    expect(await listUnreachableVoters(commission, electionId)).toMatchObject({ voters: [], isAccepted: true });
    await bad(0);
    const list = await listUnreachableVoters(commission, electionId);
    expect(list).toMatchObject({
      isAccepted: false,
      voters: [{ organizationHandle: election.voters[0]!.handle, reason: "550 no such mailbox" }],
    });
    expect(await acceptUnreachable(commission, { electionId, hash: "another" })).toMatchObject({
      error: { code: "UNREACHABLE_LIST_CHANGED" },
    });
    expectOk(await acceptUnreachable(commission, { electionId, hash: list.hash }));
    expect(await listUnreachableVoters(commission, electionId)).toMatchObject({ isAccepted: true });
    await bad(1);
    expect(await listUnreachableVoters(commission, electionId)).toMatchObject({ isAccepted: false });
    await trustAddress(election.as(election.staff), election.voters[1]!.email);
    expect((await listUnreachableVoters(commission, electionId)).voters).toHaveLength(1);
    expect(() => acceptUnreachable(election.as(election.staff), { electionId, hash: list.hash })).toThrow(NotPermitted);
  });

  // Requirement: L13
  test("an address that its owner mended is taken into the frozen roll by two people, a delegate stays one, and the log has no address", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const { actor, email, handle } = election.voters[0]!;
    await given.database.rollEntry.updateMany({ where: { electionId }, data: { isDelegated: true } });
    const commission = election.as(election.commission[0]!);
    await markUndeliverable(given.context(), { address: email, reason: "550", source: "returned" });
    const listed = async () => (await listUnreachableVoters(commission, electionId)).voters;
    expect(await listed()).toMatchObject([{ hasNewAddress: false, contactUserId: actor.userId }]);
    const wish = { kind: "change" as const, handle, organizationId: "", votes: null, category: null, claimId: "" };
    const propose = () =>
      proposeRollChange(election.as(election.staff), {
        ...{ electionId, wish: { ...wish, contactAccountId: actor.accountId } },
        reason: "Su dirección nueva",
      });
    expect(await propose()).toMatchObject({ error: { code: "ROLL_CHANGE_EMPTY" } });
    await given.database.account.update({ where: { id: actor.accountId }, data: { email: "nueva@members.example" } });
    expect(await listed()).toMatchObject([{ hasNewAddress: true }]);
    const { proposalId } = expectOk(await propose());
    expectOk(await approveProposal(commission, approvableActs, { proposalId }));
    expect(await listed()).toEqual([]);
    const entry = await given.database.rollEntry.findFirstOrThrow({
      where: { electionId, organizationHandle: handle },
    });
    expect(entry).toMatchObject({ contactEmail: "nueva@members.example", isDelegated: true });
    expect(JSON.stringify(await listRollChanges(given.context(), electionId))).not.toContain("@");
    const log = JSON.stringify(await listAuditEntries(given.context(), { subjectId: electionId }));
    expect(log).toContain("n…@members.example");
    expect(log).not.toContain("nueva@");
  });

  test("staff send a mail of a campaign to themselves first", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const sent = await sendTestMail(election.as(election.staff), {
      electionId,
      kind: "roll-published",
      language: "pt",
    });
    expect(sent).toEqual({ ok: true, value: { address: "sara.soto@people.example" } });
    const mails = await given.database.outgoingMail.findMany({ where: { template: "campaigns/notice" } });
    expect(mails).toMatchObject([{ toAddress: "sara.soto@people.example", language: "pt" }]);
    expect(
      await sendTestMail(election.as(election.staff), { electionId: "none", kind: "roll-published", language: "pt" }),
    ).toMatchObject({ error: { code: "ELECTION_UNKNOWN" } });
  });
});
