// Claims: filed by members in time, read by the commission alone, decided with reasons by who is not a party, published after striking out.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import { certificateProgress } from "#app/modules/certificates/index.server.ts";
import {
  approveDecision,
  beginReview,
  countUndecidedClaims,
  countUnsettledClaims,
  declareConflict,
  fileClaim,
  listClaims,
  proposeDecision,
  redactClaim,
  settleClaim,
  withdrawClaim,
} from "#app/modules/claims/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPersonWithAccount, closesAt, opensAt } from "#test/factories/elections.ts";
import { aVisitor } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aContestedRoll, claimText, decideByTwo } from "./claims-in-test.ts";

const reasons = "El bloque consta en el registro desde antes de la fecha de corte.";
const decision = { decision: "upheld", reasons, declaresNoConflict: true } as const;

describeOnEachDatabase("claims", (given) => {
  test("a member's claim gets the next number, a receipt by mail, and the commission is told without its words", async () => {
    const { election, file, rosa } = await aContestedRoll(given);
    expect(await file()).toMatchObject({ number: 1 });
    expect(await file()).toMatchObject({ number: 2 });
    const mails = await given.database.outgoingMail.findMany({ where: { subjectType: "claim" } });
    const receipts = mails.filter(({ template }) => template === "claims/claim-received");
    expect(receipts.map(({ toAddress }) => toAddress)).toEqual([rosa, rosa].map(() => "rosa.reclama@people.example"));
    const told = mails.filter(({ template }) => template === "claims/claim-awaits-commission");
    expect(told).toHaveLength(2 * election.commission.length);
    expect(await countUndecidedClaims(given.context(), { electionId: election.electionId, kind: "roll" })).toBe(2);
    expect(await countUndecidedClaims(given.context(), { electionId: election.electionId, kind: "result" })).toBe(0);
  });

  test("who is no contact of the organisation cannot claim for it", async () => {
    const { claim, election } = await aContestedRoll(given);
    for (const actor of [aVisitor, election.staff, election.voters[0]!.actor])
      await expect(fileClaim(given.context({ actor }), claim)).rejects.toThrow(NotPermitted);
  });

  test("a claim is refused before the roll is frozen, after the box is sealed, and about a result that is not there", async () => {
    const { claim, asRosa, file } = await aContestedRoll(given);
    expect(await fileClaim(asRosa(), { ...claim, kind: "result", ground: "result" })).toMatchObject({
      error: { code: "CLAIMS_NOT_OPEN" },
    });
    expect(await fileClaim(asRosa(), { ...claim, ground: "result" })).toMatchObject({
      error: { code: "CLAIM_GROUND_OF_OTHER_KIND" },
    });
    expect(await fileClaim(asRosa(), { ...claim, electionId: "none" })).toMatchObject({
      error: { code: "ELECTION_UNKNOWN" },
    });
    await file();
    await given.database.election.updateMany({ data: { sealedAt: given.clock.now() } });
    expect(await fileClaim(asRosa(), claim)).toMatchObject({ error: { code: "CLAIMS_OVER" } });
    await given.database.election.updateMany({ data: { rollFrozenAt: null, sealedAt: null } });
    expect(await fileClaim(asRosa(), claim)).toMatchObject({ error: { code: "CLAIMS_NOT_OPEN" } });
  });

  // Requirement: R3
  test("the result may be contested for a week where no calendar says otherwise, and then no more", async () => {
    const { claim, asRosa, election } = await aContestedRoll(given);
    await given.database.election.updateMany({ data: { sealedAt: closesAt, closedAt: closesAt, resultAt: closesAt } });
    const result = { ...claim, kind: "result", ground: "result" } as const;
    given.clock.set(new Date("2026-03-24T17:59:59Z"));
    expect(await fileClaim(asRosa(), result)).toMatchObject({ ok: true });
    given.clock.set(new Date("2026-03-24T18:00:00Z"));
    expect(await fileClaim(asRosa(), result)).toMatchObject({ error: { code: "CLAIMS_OVER" } });
    expect(await countUndecidedClaims(given.context(), { electionId: election.electionId })).toBe(1);
  });

  // Requirement: R3
  test("where the calendar has a time for claims about the result, that time holds, and nobody proclaims before it is over", async () => {
    const { claim, asRosa, election } = await aContestedRoll(given);
    const { electionId } = election;
    const stages = proposeStages("board", opensAt).map((stage) =>
      stage.kind === "result-claims"
        ? { ...stage, opensAt: new Date("2026-03-19T18:00:00Z"), closesAt: new Date("2026-03-29T18:00:00Z") }
        : stage,
    );
    const now = given.clock.now();
    const kept = { processId: electionId, template: "board", createdAt: now, changedAt: now };
    await given.database.calendar.create({ data: kept });
    for (const { kind, opensAt: begins, closesAt: ends } of stages)
      await given.database.calendarStage.create({
        data: { id: kind, processId: electionId, kind, opensAt: begins, closesAt: ends, changedAt: given.clock.now() },
      });
    await given.database.election.updateMany({ data: { sealedAt: closesAt, closedAt: closesAt, resultAt: closesAt } });
    const result = { ...claim, kind: "result", ground: "result" } as const;
    given.clock.set(new Date("2026-03-19T17:59:59Z"));
    expect(await fileClaim(asRosa(), result)).toMatchObject({ error: { code: "CLAIMS_NOT_OPEN" } });
    // Over, if the week without a calendar held.
    for (const instant of ["2026-03-19T18:00:00Z", "2026-03-29T17:59:59Z"]) {
      given.clock.set(new Date(instant));
      expect(await fileClaim(asRosa(), result)).toMatchObject({ ok: true });
      expect(await certificateProgress(given.context(), electionId)).toMatchObject({ isClaimsWindowOver: false });
    }
    given.clock.set(new Date("2026-03-29T18:00:00Z"));
    expect(await fileClaim(asRosa(), result)).toMatchObject({ error: { code: "CLAIMS_OVER" } });
    expect(await certificateProgress(given.context(), electionId)).toMatchObject({ isClaimsWindowOver: true });
  });

  test("an organisation cannot bury the commission: ten claims wait at most", async () => {
    const { claim, asRosa, file } = await aContestedRoll(given);
    for (let count = 0; count < 10; count += 1) await file();
    expect(await fileClaim(asRosa(), claim)).toMatchObject({
      error: { code: "CLAIMS_TOO_MANY", details: { most: 10 } },
    });
    const first = await given.database.claim.findFirstOrThrow({ where: { number: 1 } });
    expectOk(await withdrawClaim(asRosa(), { claimId: first.id }));
    expectOk(await fileClaim(asRosa(), claim));
  });

  // Requirement: CM 20, CM 22
  test("what a member wrote is seen by the commission, auditors and herself, not by staff, the public or the log", async () => {
    const { election, file, asRosa, asCommissioner, rosa } = await aContestedRoll(given);
    await file();
    const { electionId } = election;
    const [own] = await listClaims(asRosa(), { electionId, for: { accountId: rosa.accountId } });
    expect(own?.confidential?.text).toBe(claimText);
    const [read] = await listClaims(asCommissioner(), { electionId, for: "commission" });
    expect(read?.confidential?.text).toBe(claimText);
    await expect(listClaims(election.as(election.staff), { electionId, for: "commission" })).rejects.toThrow(
      NotPermitted,
    );
    const shown = await listClaims(given.context({ actor: aVisitor }), { electionId, for: "public" });
    expect(shown).toMatchObject([{ number: 1, kind: "roll", confidential: null, publicText: null }]);
    const log = await given.database.auditEntry.findMany();
    expect(JSON.stringify([shown, log])).not.toContain("bloque IPv4");
    expect(JSON.stringify(shown)).not.toMatch(/Redes del Reclamo|Rosa/);
  });

  test("the public reads the words only after the commission decided so, and sees where something was struck out", async () => {
    const { election, file, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file({ subjectLabel: "Bloque de Ana" });
    const marked = claimText.replace("bloque IPv4", "[[bloque IPv4]]");
    expectOk(await redactClaim(asCommissioner(), { claimId, publication: "published", marked }));
    const readPublic = async () => {
      const [claim] = await listClaims(given.context({ actor: aVisitor }), {
        electionId: election.electionId,
        for: "public",
      });
      return claim;
    };
    expect((await readPublic())?.publicText).toContainEqual({ kind: "struck-out", length: 11 });
    expect(JSON.stringify(await readPublic())).not.toMatch(/bloque|Ana/);
    expectOk(await redactClaim(asCommissioner(), { claimId, publication: "published", marked: claimText }));
    expect(await readPublic()).toMatchObject({ subjectLabel: "Bloque de Ana" });
    expect(
      await redactClaim(asCommissioner(), { claimId, publication: "published", marked: "Otra cosa distinta" }),
    ).toMatchObject({ error: { code: "REDACTION_CHANGES_TEXT" } });
    expectOk(await redactClaim(asCommissioner(), { claimId, publication: "withheld" }));
    expect(await readPublic()).toMatchObject({ publication: "withheld", publicText: null });
    const [own] = await listClaims(asCommissioner(), { electionId: election.electionId, for: "commission" });
    expect(own?.confidential?.text).toBe(claimText);
  });

  // Requirement: R3
  test("an upheld claim holds up the roll or the proclamation until it is carried out or somebody says why nothing follows", async () => {
    const { claim, election, file, asRosa, asCommissioner } = await aContestedRoll(given);
    const { electionId } = election;
    const open = (kind: "roll" | "result") => countUnsettledClaims(given.context(), { electionId, kind });
    const first = await file();
    const second = await file();
    const followUp = "El bloque pertenece a otra organización del mismo grupo.";
    expect(await settleClaim(asCommissioner(), { claimId: first.claimId, followUp })).toMatchObject({
      error: { code: "CLAIM_NOT_UPHELD" },
    });
    for (const { claimId } of [first, second])
      expectOk(await decideByTwo(asCommissioner(), asCommissioner(1), { claimId, ...decision }));
    expect(await open("roll")).toBe(2);
    const change = {
      electionId,
      rollEntryId: "one",
      handle: "another",
      kind: "added",
      changes: [],
      reason: "",
      root: "",
    };
    const people = { proposedByName: "", proposedByRoles: [], approvedByName: "", approvedByRoles: [], rootBefore: "" };
    const written = { ...change, ...people, claimId: "1" };
    const early = new Date(given.clock.now().getTime() - 1000);
    await given.database.rollChange.create({ data: { ...written, version: 2, decidedAt: early } });
    expect(await open("roll")).toBe(2);
    await given.database.rollChange.create({ data: { ...written, version: 3, decidedAt: given.clock.now() } });
    expect(await open("roll")).toBe(1);
    const settle = { claimId: second.claimId, followUp };
    await expect(settleClaim(asCommissioner(), { ...settle, followUp: "no" })).rejects.toThrow("reasonsTooShort");
    await expect(settleClaim(election.as(election.staff), settle)).rejects.toThrow(NotPermitted);
    expectOk(await settleClaim(asCommissioner(), settle));
    expect(await settleClaim(asCommissioner(), settle)).toMatchObject({ error: { code: "CLAIM_ALREADY_SETTLED" } });
    expect(await open("roll")).toBe(0);
    const shown = await listClaims(given.context({ actor: aVisitor }), { electionId, for: "public" });
    expect(shown.map((each) => each.followUp)).toEqual([null, followUp]);

    await given.database.election.updateMany({ data: { sealedAt: closesAt, closedAt: closesAt, resultAt: closesAt } });
    given.clock.set(closesAt);
    const about = { ...claim, kind: "result", ground: "result" } as const;
    const { claimId } = expectOk(await fileClaim(asRosa(), about));
    expectOk(await decideByTwo(asCommissioner(), asCommissioner(1), { claimId, ...decision }));
    const obstacles = async () => (await certificateProgress(given.context(), electionId)).toProclaiming;
    expect(await obstacles()).toContain("UPHELD_CLAIM_OPEN");
    expectOk(await settleClaim(asCommissioner(), { claimId, followUp }));
    expect(await obstacles()).not.toContain("UPHELD_CLAIM_OPEN");
  });

  // Requirement: CM 41
  test("one commissioner decides nothing; two decide once, with reasons that are then mailed to the member and public", async () => {
    const { election, file, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    const { electionId } = election;
    const { proposalId } = expectOk(await proposeDecision(asCommissioner(), { claimId, ...decision }));
    expectOk(await beginReview(asCommissioner(1), { claimId }));
    const other = { claimId, ...decision, decision: "rejected" } as const;
    expect(await proposeDecision(asCommissioner(1), other)).toMatchObject({
      error: { code: "DECISION_ALREADY_PROPOSED" },
    });
    const approval = { proposalId, declaresNoConflict: true } as const;
    expect(await approveDecision(asCommissioner(), approval)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
    const silent = { proposalId, declaresNoConflict: false as unknown as true };
    await expect(approveDecision(asCommissioner(1), silent)).rejects.toThrow("conflictNotAnswered");
    expect(await countUndecidedClaims(given.context(), { electionId })).toBe(1);
    expect(await given.database.outgoingMail.count({ where: { template: "claims/claim-decided" } })).toBe(0);
    const [waiting] = await listProposals(asCommissioner(1), { subjectId: claimId, state: "proposed" });
    expect(waiting?.changes).toEqual([
      { field: "claimState", before: null, after: "upheld" },
      { field: "reasons", before: null, after: reasons },
    ]);
    expectOk(await approveDecision(asCommissioner(1), approval));
    expect(await proposeDecision(asCommissioner(1), { claimId, ...decision })).toMatchObject({
      error: { code: "CLAIM_ALREADY_DECIDED" },
    });
    const [shown] = await listClaims(given.context({ actor: aVisitor }), { electionId, for: "public" });
    expect(shown).toMatchObject({ state: "upheld", reasons, language: "es" });
    expect(await countUndecidedClaims(given.context(), { electionId })).toBe(0);
    const mails = await given.database.outgoingMail.findMany({ where: { template: "claims/claim-decided" } });
    expect(mails).toMatchObject([{ toAddress: "rosa.reclama@people.example", language: "es" }]);
    const log = await listAuditEntries(asCommissioner(), { subjectType: "election", subjectId: electionId });
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["claims:filed", "claims:review-begun", "claims:decided"]),
    );
  });

  test("a decision needs reasons, a word about conflicts of interest, and a commissioner", async () => {
    const { election, file, asRosa, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    await expect(proposeDecision(asCommissioner(), { claimId, ...decision, reasons: "no" })).rejects.toThrow(
      "reasonsTooShort",
    );
    const silent = { claimId, ...decision, declaresNoConflict: false as unknown as true };
    await expect(proposeDecision(asCommissioner(), silent)).rejects.toThrow("conflictNotAnswered");
    for (const context of [asRosa(), election.as(election.staff)])
      await expect(proposeDecision(context, { claimId, ...decision })).rejects.toThrow(NotPermitted);
  });

  test("a commissioner with a declared conflict of interest decides neither the claim nor what is published of it", async () => {
    const { election, file, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    expectOk(await declareConflict(asCommissioner(), { claimId, reason: "Trabajé para esa organización." }));
    expect(await declareConflict(asCommissioner(), { claimId, reason: "Otra vez." })).toMatchObject({
      error: { code: "CONFLICT_ALREADY_DECLARED" },
    });
    expect(await proposeDecision(asCommissioner(), { claimId, ...decision })).toMatchObject({
      error: { code: "CONFLICT_OF_INTEREST" },
    });
    expect(await redactClaim(asCommissioner(), { claimId, publication: "withheld" })).toMatchObject({
      error: { code: "CONFLICT_OF_INTEREST" },
    });
    const [read] = await listClaims(asCommissioner(1), { electionId: election.electionId, for: "commission" });
    expect(read?.confidential?.conflicts).toMatchObject([{ name: "Celia Comisión" }]);
    const own = { accountId: read!.confidential!.filedBy };
    const [filed] = await listClaims(given.context(), { electionId: election.electionId, for: own });
    expect(filed?.confidential).toMatchObject({ claimId, conflicts: [] });
    expectOk(await decideByTwo(asCommissioner(1), asCommissioner(2), { claimId, ...decision }));
  });

  // Requirement: CM 41
  test("a second person with a conflict approves nothing, and nothing is decided for a proposer who has one by then", async () => {
    const { file, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    const { proposalId } = expectOk(await proposeDecision(asCommissioner(), { claimId, ...decision }));
    const approval = { proposalId, declaresNoConflict: true } as const;
    expectOk(await declareConflict(asCommissioner(1), { claimId, reason: "Trabajé para esa organización." }));
    expect(await approveDecision(asCommissioner(1), approval)).toMatchObject({
      error: { code: "CONFLICT_OF_INTEREST" },
    });
    expectOk(await declareConflict(asCommissioner(), { claimId, reason: "Soy socia de su director." }));
    expect(await approveDecision(asCommissioner(2), approval)).toMatchObject({ error: { code: "PROPOSER_TOO_NEAR" } });
    expect(await given.database.claim.findFirst()).toMatchObject({ state: "filed", reasons: null });
  });

  test("a commissioner who acts for the organisation that claims cannot decide, even when she declares nothing", async () => {
    const { election, file, asCommissioner, organizationId } = await aContestedRoll(given);
    const { accountId } = election.commission[0]!;
    expectOk(await setContact(given.context(), { organizationId, role: "billing", accountId }));
    const { claimId } = await file();
    expect(await proposeDecision(asCommissioner(), { claimId, ...decision })).toMatchObject({
      error: { code: "CONFLICT_OF_INTEREST" },
    });
  });

  test("the member withdraws her own claim before the decision, and its words are erased", async () => {
    const { file, asRosa, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file({ subjectId: "HN-RED-PLEN", subjectLabel: "Redes del Reclamo" });
    const other = await aPersonWithAccount(given, "Otra Persona", []);
    await expect(withdrawClaim(given.context({ actor: other }), { claimId })).rejects.toThrow(NotPermitted);
    expectOk(await withdrawClaim(asRosa(), { claimId }));
    expect(await given.database.claim.findFirst()).toMatchObject({
      ...{ state: "withdrawn", text: null, subjectLabel: "", subjectId: null },
    });
    expect(await proposeDecision(asCommissioner(), { claimId, ...decision })).toMatchObject({
      error: { code: "CLAIM_WITHDRAWN" },
    });
    expect(await redactClaim(asCommissioner(), { claimId, publication: "withheld" })).toMatchObject({
      error: { code: "CLAIM_WITHDRAWN" },
    });
    expect(await proposeDecision(asCommissioner(), { ...decision, claimId: "none" })).toMatchObject({
      error: { code: "CLAIM_UNKNOWN" },
    });
  });
});
