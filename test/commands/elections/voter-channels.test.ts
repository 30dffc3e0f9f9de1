// One ballot, several ways to the box: with an account, with the link of a mail, or entered by hand; never two votes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { approveProposal, findProposal, refuseProposal } from "#app/modules/approvals/index.server.ts";
import {
  approveFreezing,
  assistedVoteAct,
  castAssistedBallot,
  castBallot,
  dropProposedLists,
  findEntryOfCode,
  findResult,
  importVotersAct,
  proposeAssistedVote,
  proposeFreezing,
  proposeVoterList,
  sendCodeAgain,
} from "#app/modules/elections/index.server.ts";
import { listWholeRoll } from "#app/modules/elections/queries/roll-export.server.ts";
import { listProposedVoters } from "#app/modules/elections/queries/proposed-voters.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection } from "../../factories/elections.ts";
import { linkIn } from "../../factories/post.ts";
import { createOrganization, setContact } from "#app/modules/organizations/index.server.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { Given } from "../../setup/databases.ts";
import { listRows } from "../../setup/every-row.ts";

const header = "handle,organization_name,contact,email,language,country,votes";

/** The first organisation votes by link, and its contact has an account too; a fourth one only a national registry knows. */
async function withLinks(given: Given): Promise<ElectionInTest> {
  const election = await anElection(given, { withoutContact: [0] });
  const [first] = election.voters;
  const csv = [
    header,
    `${first!.handle},Red Uno,Vera,${first!.email},es,HN,`,
    "BR-ONLY-NICBR,Rede Quatro,Zé,ze@quatro.example,pt,BR,5",
  ].join("\n");
  expectOk(await election.importVoters(csv, async () => election.rights()));
  return election;
}

describeOnEachDatabase("voter-channels", (given) => {
  // Requirement: CM 8, CM 21
  test("whoever has the link votes without an account; another key, or a link where the roll has none, is refused", async () => {
    const election = await (await withLinks(given)).open();
    const visitor = given.context({ actor: { kind: "visitor" } });
    const keys = await election.linkKeys(election.voters[0]!.email);
    const found = await findEntryOfCode(visitor, { electionId: election.electionId, ...keys });
    expect(found).toMatchObject({ value: { organizationHandle: election.voters[0]!.handle, votes: 1 } });
    const ballot = await election.encrypt(0, [0]);
    const casting = election.casting(0, ballot);
    await expect(castBallot(visitor, casting)).rejects.toThrow(NotPermitted);
    await expect(castBallot(visitor, { ...casting, ...keys, accessKey: "0".repeat(64) })).rejects.toThrow(NotPermitted);
    expectOk(await castBallot(visitor, { ...casting, ...keys }));
    // The mail of whoever votes with an account leads to another booth, and has no second code.
    const second = await election.linkKeys(election.voters[1]!.email);
    expect(linkIn(election.post, election.voters[1]!.email)).toMatchObject({
      pathname: `/my/elections/${election.electionId}/vote`,
      second: null,
    });
    expect(await findEntryOfCode(visitor, { electionId: election.electionId, ...second })).toMatchObject({
      error: { code: "CODE_OF_NOBODY" },
    });
    const other = election.casting(1, await election.encrypt(1, [1]));
    await expect(castBallot(visitor, { ...other, ...second })).rejects.toThrow(NotPermitted);
  });

  test("an organisation that only the national registry knows has the votes of its line, and its contact needs no account", async () => {
    const election = await (await withLinks(given)).open();
    const entry = await given.database.rollEntry.findFirstOrThrow({ where: { organizationHandle: "BR-ONLY-NICBR" } });
    expect(entry).toMatchObject({ votes: 5, channel: "link", contactAccountId: null, organizationId: null });
    const { code } = election.codes.find(({ organizationHandle }) => organizationHandle === "BR-ONLY-NICBR")!;
    for (const row of await given.database.rollEntry.findMany()) expect(JSON.stringify(row)).not.toContain(code);
    const mail = await given.database.outgoingMail.findFirstOrThrow({ where: { toAddress: "ze@quatro.example" } });
    expect(JSON.stringify(mail)).not.toContain(code);
  });

  // Requirement: CM 6, CM 9, L1
  test("casts at once through account and link count exactly once, whatever their order", async () => {
    const election = await (await withLinks(given)).open();
    const visitor = given.context({ actor: { kind: "visitor" } });
    const voter = election.as(election.voters[0]!.actor);
    const keys = await election.linkKeys(election.voters[0]!.email);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }), async (byLink) => {
        const ballots = await Promise.all(byLink.map(() => election.encrypt(0, [0])));
        const casts = byLink.map((isByLink, index) =>
          isByLink
            ? castBallot(visitor, { ...election.casting(0, ballots[index]!), ...keys })
            : castBallot(voter, election.casting(0, ballots[index]!)),
        );
        for (const cast of await Promise.all(casts)) expectOk(cast);
      }),
      { numRuns: 3 },
    );
    await election.counted();
    const result = await findResult(given.context(), election.electionId);
    expect(result).toMatchObject({ votedOrganizations: 1, votesCast: 1, contests: [{ totalMarks: 1 }] });
  });

  // Requirement: R6
  test("individuals have one vote each; an address with one active account votes with either", async () => {
    const election = await anElection(given, { electorate: "individuals" });
    const [known] = election.voters;
    const csv = `name,email,language,country\nAna Paz,${known!.email},es,HN\nBo Li,bo@li.example,en,`;
    expectOk(await election.importVoters(csv));
    await election.open();
    const entries = await given.database.rollEntry.findMany({
      where: { electionId: election.electionId },
      orderBy: { organizationHandle: "asc" },
    });
    expect(
      entries.map(({ votes, contactAccountId, organizationName }) => [votes, contactAccountId, organizationName]),
    ).toEqual([
      [1, known!.actor.accountId, "V-00001"],
      [1, null, "V-00002"],
    ]);
    const late = await election.importVoters(csv);
    expect(late).toMatchObject({ error: { code: "ROLL_ALREADY_FROZEN" } });
  });

  test("a list with faults, or with other votes than the register's, is refused whole with its lines", async () => {
    const election = await anElection(given, { withoutContact: [1] });
    const rows = `${header}\n${election.voters[1]!.handle},Red,Vera,vera@a.example,es,HN,9\nBR-X,X,Zé,ze@x.example,pt,BR,`;
    const refused = await election.importVoters(rows, async () => election.rights());
    expect(refused).toMatchObject({
      error: {
        code: "VOTER_LIST_INVALID",
        problems: [
          { line: 2, code: "VOTES_OF_REGISTER_DIFFER" },
          { line: 3, code: "ORGANIZATION_WITHOUT_VOTES" },
        ],
      },
    });
    const windows = Buffer.from(`${header}\nBR-X,X,José,ze@x.example,pt,BR,1`, "latin1");
    const unreadable = await election.importVoters(windows);
    expect(unreadable).toMatchObject({ error: { code: "NOT_UTF8", details: { line: 2 } } });
    expect(await given.database.importedVoter.count()).toBe(0);
    await expect(
      proposeVoterList(election.as(election.voters[0]!.actor), {
        ...{ electionId: election.electionId, csv: rows, reason: "x" },
      }),
    ).rejects.toThrow(NotPermitted);
  });

  // Requirement: CM 8, CM 21, CM 22
  test("a list names nobody in the place of a membership contact who can vote, before or after she is known", async () => {
    const election = await anElection(given, { withoutContact: [1] });
    const [first, second] = election.voters;
    const line = ({ handle }: { readonly handle: string }) => `${handle},Red,Mallory,mallory@a.example,es,HN,`;
    const { electionId } = election;
    const rights = async () => election.rights();
    const taken = await election.importVoters([header, line(second!), line(first!)].join("\n"), rights);
    expect(taken).toMatchObject({
      error: {
        problems: [{ line: 3, column: "handle", code: "ORGANIZATION_HAS_CONTACT", value: first!.handle }],
      },
    });
    // The register did not know them yet when this list was read.
    const csv = [header, `${line(first!)}1`, `${line(second!)}4`].join("\n");
    expectOk(await election.importVoters(csv, async () => []));
    await election.frozen();
    const entries = await given.database.rollEntry.findMany({
      where: { electionId },
      orderBy: { organizationHandle: "asc" },
    });
    expect(entries.slice(0, 2)).toMatchObject([
      { contactEmail: first!.email, channel: "account", rollChannel: "account" },
      { contactEmail: "mallory@a.example", channel: "link", rollChannel: "link" },
    ]);
    const roll = await listWholeRoll(given.context(), electionId);
    expect(roll?.entries.map(({ channel }) => channel)).toEqual(["account", "link", "account"]);
    const imported = await given.database.auditEntry.findFirst({ where: { action: "elections:voters-imported" } });
    expect(imported?.details).toMatchObject({ handles: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  // Requirement: CM 3, CM 6, CM 41
  test("a vote by hand needs two members, is merged once, and afterwards neither channel counts a second time", async () => {
    const election = await (await withLinks(given)).open();
    const [first, second] = election.commission.map((member) => election.as(member));
    const { rollEntryId } = election.codeOf(0);
    const byHand = async () => castAssistedBallot(first!, election.casting(0, await election.encrypt(0, [2])));
    expect(await byHand()).toMatchObject({ error: { code: "ASSISTED_VOTE_NOT_APPROVED" } });
    const { proposalId } = expectOk(await proposeAssistedVote(first!, { rollEntryId, reason: "Letter of 2 March" }));
    expect(await approveProposal(first!, [assistedVoteAct], { proposalId })).toMatchObject({ ok: false });
    // Who is in the register too, in capitals, gets one notice all the same.
    const { email } = election.voters[0]!;
    const { id: accountId } = await given.database.account.update({
      where: { id: (await given.database.account.findFirstOrThrow({ where: { email } })).id },
      data: { email: email.toUpperCase() },
    });
    const { organizationId } = expectOk(await createOrganization(given.context(), { name: "Redes", country: "HN" }));
    expectOk(await setContact(given.context(), { organizationId, role: "membership", accountId }));
    await given.database.rollEntry.update({ where: { id: rollEntryId }, data: { organizationId } });
    expectOk(await approveProposal(second!, [assistedVoteAct], { proposalId }));
    const notices = await given.database.outgoingMail.findMany({ where: { template: "elections/assisted-vote" } });
    expect(notices.map(({ toAddress }) => toAddress)).toEqual([election.voters[0]!.email]);
    expectOk(await byHand());
    expect(await given.database.rollEntry.findUnique({ where: { id: rollEntryId } })).toMatchObject({
      channel: "assisted",
      hasVoted: true,
    });
    expect(await byHand()).toMatchObject({ error: { code: "ALREADY_VOTED" } });
    expect(await election.cast(0, [0])).toMatchObject({ error: { code: "VOTE_ENTERED_BY_HAND" } });
    const keys = await election.linkKeys(election.voters[0]!.email);
    const visitor = given.context({ actor: { kind: "visitor" } });
    const byLink = { ...election.casting(0, await election.encrypt(0, [1])), ...keys };
    expect(await castBallot(visitor, byLink)).toMatchObject({ error: { code: "VOTE_ENTERED_BY_HAND" } });
    await election.counted();
    const result = await findResult(given.context(), election.electionId);
    expect(result?.contests[0]?.lines[0]).toMatchObject({ option: 2, votes: 1 });
    expect(result).toMatchObject({ votedOrganizations: 1, votesCast: 1 });
  });

  test("an organisation that has voted, or votes meanwhile, gets no second vote by hand", async () => {
    const election = await (await anElection(given)).open();
    const [first, second] = election.commission.map((member) => election.as(member));
    expectOk(await election.cast(0, [0]));
    const voted = { rollEntryId: election.codeOf(0).rollEntryId, reason: "Letter" };
    // One who only asks is not told whether it has voted; the second person is.
    const asked = expectOk(await proposeAssistedVote(first!, voted));
    expect(await approveProposal(second!, [assistedVoteAct], asked)).toMatchObject({
      error: { code: "ALREADY_VOTED" },
    });
    const { rollEntryId } = election.codeOf(1);
    const { proposalId } = expectOk(await proposeAssistedVote(first!, { rollEntryId, reason: "Letter" }));
    expectOk(await approveProposal(second!, [assistedVoteAct], { proposalId }));
    const byHand = castAssistedBallot(first!, election.casting(1, await election.encrypt(1, [0])));
    const byVoter = election.cast(1, [1]);
    const outcomes = await Promise.all([byHand, byVoter]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await election.counted();
    expect(await findResult(given.context(), election.electionId)).toMatchObject({ votesCast: 5 });
  });

  test("a lost code goes again to the frozen address, once per request, and the log says for whom", async () => {
    const election = await (await withLinks(given)).open();
    const holder = election.as(election.commission[0]!);
    const { rollEntryId } = election.codeOf(2);
    const asked = {
      electionId: election.electionId,
      rollEntryId,
      sealedVotingCode: "-----BEGIN AGE ENCRYPTED FILE-----\nx",
      requestId: "request-1",
    };
    const before = await given.database.outgoingMail.count({ where: { template: "elections/voting-code" } });
    expectOk(await sendCodeAgain(holder, asked));
    expectOk(await sendCodeAgain(holder, asked));
    const mails = await given.database.outgoingMail.findMany({ where: { template: "elections/voting-code" } });
    expect(mails).toHaveLength(before + 1);
    expect(mails.filter(({ toAddress }) => toAddress === election.voters[2]!.email)).toHaveLength(2);
    expect(await given.database.auditEntry.findFirst({ where: { action: "elections:code-sent-again" } })).toMatchObject(
      {
        details: { organization: election.voters[2]!.handle },
      },
    );
    expect(await sendCodeAgain(holder, { ...asked, sealedVotingCode: "the code" })).toMatchObject({
      error: { code: "VOTING_CODE_NOT_SEALED" },
    });
    const again = (member: number, requestId: string) =>
      sendCodeAgain(election.as(election.commission[member]!), { ...asked, requestId });
    expect(await again(1, "other")).toMatchObject({ error: { code: "NOT_THE_CODE_KEEPER" } });
    for (const requestId of ["request-2", "request-3"]) expectOk(await again(0, requestId));
    expect(await again(0, "request-4")).toMatchObject({ error: { code: "CODE_SENT_TOO_OFTEN" } });
    await expect(sendCodeAgain(election.as(election.staff), asked)).rejects.toThrow(NotPermitted);
  });

  describe("two people import a list", () => {
    const people = "name,email,language,country\nAna Paz,ana@paz.example,es,HN\nBo Li,bo@li.example,en,";
    /** A proposal of the staff; the commissioners decide. */
    async function proposed() {
      const election = await anElection(given, { electorate: "individuals" });
      const { electionId } = election;
      const staff = election.as(election.staff);
      const propose = (csv = people) => proposeVoterList(staff, { electionId, csv, reason: "Asamblea" });
      const { proposalId } = expectOk(await propose());
      const [first, second] = election.commission.map((member) => election.as(member));
      const approve = (context: Context, id = proposalId) =>
        approveProposal(context, [importVotersAct], { proposalId: id });
      return { election, electionId, staff, first: first!, second: second!, propose, proposalId, approve };
    }

    // Requirement: CM 41, L6
    test("nothing is imported before the second person approves the lines that she reads, and exactly those are", async () => {
      const { electionId, staff, first, second, propose, proposalId, approve } = await proposed();
      expect(await given.database.importedVoter.count()).toBe(0);
      await expect(approve(staff)).rejects.toThrow(NotPermitted);
      expect(await propose()).toMatchObject({ error: { code: "VOTER_LIST_ALREADY_PROPOSED" } });
      const read = await listProposedVoters(first, { proposalId, page: 1 });
      expect(read.lines.map(({ line, name, email }) => [line, name, email])).toEqual([
        [2, "Ana Paz", "ana@paz.example"],
        [3, "Bo Li", "bo@li.example"],
      ]);
      const visitor = given.context({ actor: { kind: "visitor" } });
      await expect(listProposedVoters(visitor, { proposalId, page: 1 })).rejects.toThrow(NotPermitted);
      const outcomes = await Promise.all([approve(first), approve(second)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: "PROPOSAL_ALREADY_DECIDED" } });
      const taken = await given.database.importedVoter.findMany({ where: { electionId }, orderBy: { line: "asc" } });
      expect(taken).toMatchObject(read.lines);
      expect(await given.database.proposedVoter.count()).toBe(0);
      const entry = await given.database.auditEntry.findFirst({ where: { action: "elections:voters-imported" } });
      expect(entry?.details).toMatchObject({ voters: 2, proposalId, proposedBy: "Sara Soto" });
    });

    test("lines that were altered after the proposal are not imported", async () => {
      const { first, proposalId, approve } = await proposed();
      await given.database.proposedVoter.updateMany({ where: { line: 3 }, data: { email: "mallory@a.example" } });
      expect(await approve(first)).toMatchObject({ error: { code: "VOTER_LIST_ALTERED" } });
      expect(await given.database.importedVoter.count()).toBe(0);
      expect(await findProposal(given.context(), proposalId)).toMatchObject({ state: "proposed" });
    });

    // Requirement: CM 20
    test("nobody of a list that was refused or not decided in time is kept, nor named by what is kept", async () => {
      const { first, proposalId, propose, approve } = await proposed();
      expectOk(await refuseProposal(first, [importVotersAct], { proposalId, reason: "Falta la mitad" }));
      const again = expectOk(await propose());
      expect(await dropProposedLists(given.context())).toBe(1);
      expect(await given.database.proposedVoter.count({ where: again })).toBe(2);
      given.clock.set(new Date(given.clock.now().getTime() + 8 * 24 * 60 * 60_000));
      expect(await approve(first, again.proposalId)).toMatchObject({ error: { code: "PROPOSAL_EXPIRED" } });
      expect(await dropProposedLists(given.context())).toBe(1);
      expect(await dropProposedLists(given.context())).toBe(0);
      for (const { table, text } of await listRows(given)) {
        for (const secret of ["Ana Paz", "ana@paz.example", "bo@li.example"]) {
          expect(text.includes(secret), `${table} names ${secret}`).toBe(false);
        }
      }
    });

    // Requirement: CM 41
    test("a list that is approved after the roll was proposed is another roll, which nobody has approved", async () => {
      const { election, electionId, staff, first, propose, approve } = await proposed();
      expectOk(await approve(first));
      given.clock.set(new Date("2026-03-02T12:00:00Z"));
      const roll = expectOk(await proposeFreezing(staff, { electionId, reason: "Revisado" }));
      const longer = expectOk(await propose(`${people}\nCy Ho,cy@ho.example,en,`));
      expectOk(await approve(first, longer.proposalId));
      expect(await approveFreezing(first, roll)).toMatchObject({
        error: { code: "ROLL_CHANGED_SINCE_PROPOSED", details: { count: 1, handles: "V-00003" } },
      });
      const late = expectOk(await propose());
      expectOk(await election.freeze());
      expect(await approve(first, late.proposalId)).toMatchObject({ error: { code: "ROLL_ALREADY_FROZEN" } });
      expect(await given.database.rollEntry.count()).toBe(3);
    });
  });
});
