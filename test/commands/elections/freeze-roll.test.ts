// The frozen roll: everything behind every number is kept, one root holds it together, and whoever stays out stays listed with the reasons.
import { describe, expect, test } from "vitest";
import { rollRoot, verifyRollProof } from "#app/lib/roll-proof/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { findProposal } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  approveFreezing,
  dropProposedLists,
  findElection,
  freezeTestRoll,
  listRoll,
  proposeFreezing,
} from "#app/modules/elections/index.server.ts";
import { findRollProof } from "#app/modules/elections/queries/roll-proof.server.ts";
import { listOmissions, listOwnOmissions } from "#app/modules/elections/queries/roll-omissions.server.ts";
import { listWholeRoll } from "#app/modules/elections/queries/roll-export.server.ts";
import { setDebt, votingRightsOn } from "#app/modules/membership/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { anElection, aPersonWithAccount, rollDate } from "../../factories/elections.ts";
import { aVisitor } from "../../setup/actors.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const register = { path: new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname };

describeOnEachDatabase("freeze-roll", (given) => {
  /** The roll date has passed; one of the organisations owes money. */
  async function anElectionOverRegister() {
    const election = await anElection(given);
    expectOk(await importRegister(given.context(), register));
    const rights = await votingRightsOn(given.context(), rollDate);
    const holders = rights.filter((right) => right.votes > 0);
    const contacts = [];
    for (const [place, { organizationId }] of holders.entries()) {
      const person = await aPersonWithAccount(given, `Contacta ${"abcdefgh".charAt(place)}`, []);
      const { accountId } = person;
      expectOk(await setContact(election.as(election.staff), { organizationId, role: "membership", accountId }));
      contacts.push(person);
    }
    const debtor = holders.at(-1);
    if (debtor === undefined || contacts.length < 2) throw new Error("the fixture has too few holders");
    const { organizationId } = debtor;
    expectOk(await setDebt(election.as(election.staff), { organizationId, from: "2026-02-01", note: "2025" }));
    return { election, electionId: election.electionId, contacts, holders, debtor };
  }

  async function frozenRegister() {
    const world = await anElectionOverRegister();
    expectOk(await world.election.freeze());
    const { rollOrganizations, rollRoot } = (await findElection(given.context(), world.electionId))!;
    return { ...world, frozen: { organizations: rollOrganizations, rollRoot: rollRoot ?? "" } };
  }

  // Requirement: R1, CM 48
  test("keeps class, category, blocks, rule version, votes and standing of every organisation as they were on the roll date", async () => {
    const { frozen, holders } = await frozenRegister();
    expect(frozen.organizations).toBe(holders.length - 1);
    const [holder] = holders;
    const entry = await given.database.rollEntry.findFirstOrThrow({
      where: { organizationHandle: holder?.handle ?? "" },
    });
    expect(entry).toMatchObject({ class: holder?.class, votes: holder?.votes, ruleVersion: "default" });
    const names = { es: expect.any(String), en: expect.any(String), pt: expect.any(String) };
    expect(entry.explanation).toMatchObject({
      date: rollDate,
      rules: { id: "default", effectiveFrom: expect.any(String), source: expect.any(String) },
      class: { key: entry.class, names },
      category: { key: entry.category, names, votes: entry.votes },
      votes: entry.votes,
      standing: { isGood: true, reasonsNot: [], examined: expect.arrayContaining(["OWES_MONEY", "NOT_A_MEMBER"]) },
    });
    const { blocks } = entry.explanation as { blocks: string[] };
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(block).toMatch(/^AS\d+$|^[0-9a-f.:]+\/\d+$/);
    expect(entry.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  // Requirement: R1
  test("lists who stays out with every reason, for the desks and for the organisation itself only", async () => {
    const { election, electionId, debtor, contacts } = await frozenRegister();
    const omissions = await listOmissions(election.as(election.staff), electionId);
    expect(omissions.find(({ handle }) => handle === debtor.handle)?.reasons).toEqual(["OWES_MONEY"]);
    await expect(listOmissions(given.context({ actor: aVisitor }), electionId)).rejects.toThrow(NotPermitted);
    const accountOf = (place: number) => contacts.at(place)?.accountId ?? "";
    expect(await listOwnOmissions(given.context(), { electionId, accountId: accountOf(-1) })).toHaveLength(1);
    expect(await listOwnOmissions(given.context(), { electionId, accountId: accountOf(0) })).toEqual([]);
  });

  // Requirement: CM 48
  test("puts one root over the whole roll into the election and the log, and anybody computes it from the public export", async () => {
    const { election, electionId, frozen } = await frozenRegister();
    expect((await findElection(given.context(), electionId))?.rollRoot).toBe(frozen.rollRoot);
    const entries = await listAuditEntries(election.as(election.staff), { subjectType: "election" });
    const entry = entries.find(({ action }) => action === "elections:roll-frozen");
    expect(entry?.details).toMatchObject({ rollRoot: frozen.rollRoot, rollVersion: 1 });
    const exported = await listWholeRoll(given.context({ actor: aVisitor }), electionId);
    expect(exported).toMatchObject({ root: frozen.rollRoot, rollVersion: 1 });
    expect(rollRoot(exported?.entries ?? [])).toBe(frozen.rollRoot);
  });

  // Requirement: CM 22, CM 20
  test("the export has handle, name, country, class, category and votes, and no word of a contact, a block or a standing", async () => {
    const { electionId } = await frozenRegister();
    const text = JSON.stringify(await listWholeRoll(given.context({ actor: aVisitor }), electionId));
    const rows = await given.database.rollEntry.findMany({ where: { electionId } });
    for (const { contactEmail, contactName, contactAccountId, salt, explanation } of rows) {
      const { blocks } = explanation as { blocks: string[] };
      for (const secret of [contactEmail, contactName, contactAccountId ?? "?", salt, ...blocks]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  // Requirement: CM 9, CM 48
  test("gives each organisation's contact a proof of her weight that holds against the published root, and nobody else", async () => {
    const { electionId, frozen, contacts } = await frozenRegister();
    const rows = await given.database.rollEntry.findMany({ where: { electionId } });
    for (const row of rows) {
      const wish = { electionId, rollEntryId: row.id };
      const proof = await findRollProof(given.context(), { ...wish, accountId: row.contactAccountId ?? "" });
      if (proof === undefined) throw new Error("no proof");
      expect(proof.public.votes).toBe(row.votes);
      expect(verifyRollProof(proof, frozen.rollRoot).checks).toEqual([
        { check: "private-part", outcome: "passed" },
        { check: "votes-explained", outcome: "passed" },
        { check: "in-the-roll", outcome: "passed" },
        { check: "published-root", outcome: "passed" },
      ]);
      for (const { accountId } of contacts) {
        if (accountId === row.contactAccountId) continue;
        expect(await findRollProof(given.context(), { ...wish, accountId })).toBeUndefined();
      }
    }
  });

  test("the roll is found without minding accents and capitals, and the public never sees the contact", async () => {
    const { electionId } = await frozenRegister();
    const [row] = await given.database.rollEntry.findMany({ where: { electionId } });
    await given.database.rollEntry.update({
      where: { id: row?.id ?? "" },
      data: { organizationName: "Conexões São José", searchText: "hn-x conexoes sao jose hn" },
    });
    const visitor = given.context({ actor: aVisitor });
    const found = await listRoll(visitor, { electionId, page: 1, query: "CONEXOES josé" });
    expect(found.lines.map(({ organizationName }) => organizationName)).toEqual(["Conexões São José"]);
    expect(found.lines[0]?.contactName).toBeNull();
    expect((await listRoll(visitor, { electionId, page: 1, query: "nobody at all" })).total).toBe(0);
  });

  describe("two people freeze it", () => {
    /** A proposal of the staff; the commissioners decide. */
    async function proposed() {
      const world = await anElectionOverRegister();
      const { election, electionId } = world;
      const propose = () => proposeFreezing(election.as(election.staff), { electionId, reason: "Revisado" });
      const [first, second] = election.commission.map((member) => election.as(member));
      const { proposalId } = expectOk(await propose());
      const frozenAt = async () => (await findElection(given.context(), electionId))?.rollFrozenAt ?? null;
      return { ...world, propose, proposalId, first: first!, second: second!, frozenAt };
    }

    // Requirement: CM 41, CM 48, L4
    test("the second person approves the sums and the root that she was shown, and that root is frozen", async () => {
      const { election, electionId, proposalId, first, holders, frozenAt } = await proposed();
      expect(await frozenAt()).toBeNull();
      await expect(approveFreezing(election.as(election.staff), { proposalId })).rejects.toThrow(NotPermitted);
      await expect(proposeFreezing(first, { electionId, reason: "x" })).rejects.toThrow(NotPermitted);
      const proposal = await findProposal(given.context(), proposalId);
      expectOk(await approveFreezing(first, { proposalId }));
      const frozen = await findElection(given.context(), electionId);
      const rows = await given.database.rollEntry.findMany({ where: { electionId } });
      const votes = rows.reduce((sum, row) => sum + row.votes, 0);
      expect(rows).toHaveLength(holders.length - 1);
      const after = Object.fromEntries(proposal?.changes.map(({ field, after: value }) => [field, value]) ?? []);
      expect(after).toMatchObject({ rollDate, rollEntries: rows.length, votes, rollRoot: frozen?.rollRoot });
      expect(after["leftOut"]).toBe(await given.database.rollOmission.count({ where: { electionId } }));
      const entry = await given.database.auditEntry.findFirst({ where: { action: "elections:roll-frozen" } });
      expect(entry).toMatchObject({
        actorName: expect.stringContaining("Celia Comisión") as string,
        details: { proposedBy: "Sara Soto", proposalId },
      });
      expect(new Set(rows.map(({ salt }) => salt)).size).toBe(rows.length);
      expect(await given.database.proposedRoll.count()).toBe(0);
    });

    // Requirement: CM 41, R1
    test("nothing is frozen when the register has moved since: who differs is named, the proposal is over, and another may be made", async () => {
      const { election, holders, debtor, propose, proposalId, first, second, frozenAt } = await proposed();
      const [holder] = holders;
      const owes = { organizationId: holder!.organizationId, from: "2026-02-02", note: "2025" };
      expectOk(await setDebt(election.as(election.staff), owes));
      const refused = await approveFreezing(first, { proposalId });
      expect(refused).toMatchObject({
        error: { code: "ROLL_CHANGED_SINCE_PROPOSED", details: { count: 1, handles: holder!.handle } },
      });
      expect(await frozenAt()).toBeNull();
      const over = await findProposal(given.context(), proposalId);
      expect(over).toMatchObject({ state: "refused", decidedByName: "Celia Comisión" });
      expect(over?.decisionReason).toContain(holder!.handle);
      expect(over?.decisionReason).not.toContain(debtor.handle);
      expect(await given.database.rollEntry.count()).toBe(0);
      expect(await approveFreezing(second, { proposalId })).toMatchObject({
        error: { code: "PROPOSAL_ALREADY_DECIDED" },
      });
      expectOk(await approveFreezing(second, expectOk(await propose())));
      expect(await given.database.rollEntry.count()).toBe(holders.length - 2);
    });

    test("another roll date, and numbers other than those on the page, are refused", async () => {
      const { election, electionId, propose, proposalId, first } = await proposed();
      await given.database.election.update({ where: { id: electionId }, data: { rollDate: "2026-02-20" } });
      expect(await approveFreezing(first, { proposalId })).toMatchObject({
        error: { code: "ROLL_DATE_MOVED_SINCE_PROPOSED" },
      });
      expect(await findProposal(given.context(), proposalId)).toMatchObject({ state: "refused" });
      const seen = { entries: 1, votes: 1, leftOut: 0 };
      const unseen = proposeFreezing(election.as(election.staff), { electionId, reason: "Revisado", seen });
      expect(await unseen).toMatchObject({ error: { code: "ROLL_OTHER_THAN_SEEN" } });
      expect((await propose()).ok).toBe(true);
    });

    test("of two approvals at once one freezes it, and nothing is proposed twice or after it", async () => {
      const { propose, proposalId, first, second, holders } = await proposed();
      expect(await propose()).toMatchObject({ error: { code: "FREEZING_ALREADY_PROPOSED" } });
      const outcomes = await Promise.all([first, second].map((each) => approveFreezing(each, { proposalId })));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: "PROPOSAL_ALREADY_DECIDED" } });
      expect(await given.database.rollEntry.count()).toBe(holders.length - 1);
      expect(await propose()).toMatchObject({ error: { code: "ROLL_ALREADY_FROZEN" } });
    });

    test("what nobody approved in time freezes nothing, what was kept of it goes, and it is proposed anew", async () => {
      const { propose, proposalId, first, frozenAt } = await proposed();
      expect(await dropProposedLists(given.context())).toBe(0);
      given.clock.set(new Date(given.clock.now().getTime() + 8 * 24 * 60 * 60_000));
      expect(await approveFreezing(first, { proposalId })).toMatchObject({ error: { code: "PROPOSAL_EXPIRED" } });
      expect(await frozenAt()).toBeNull();
      const again = expectOk(await propose());
      expect(await dropProposedLists(given.context())).toBe(1);
      expect(await given.database.proposedRoll.findMany({ select: { proposalId: true } })).toEqual([again]);
      expectOk(await approveFreezing(first, again));
    });

    test("no roll that binds is frozen by one person, and no shell or program proposes one", async () => {
      const { election, electionId } = await anElectionOverRegister();
      await expect(freezeTestRoll(election.as(election.staff), { electionId })).rejects.toThrow("two of them");
      await expect(proposeFreezing(given.context(), { electionId, reason: "x" })).rejects.toThrow(NotPermitted);
    });
  });
});
