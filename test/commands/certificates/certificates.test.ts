// From the interim result to the official one: what holds it up, who signs, and that the bundle proves all of it.
import { expect, test, vi } from "vitest";
import { auditBundle, hashOf } from "#app/lib/audit-bundle/index.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { watchProofs } from "#app/modules/alerts/index.server.ts";
import { listAuditEntries, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import type { TermInput } from "#app/modules/bodies/index.server.ts";
import { listOfficeHolders, listOfficesHeld, recordTerms } from "#app/modules/bodies/index.server.ts";
import { listTermsToRecord } from "#app/modules/bodies/queries/terms-left.server.ts";
import {
  anchorProclamations,
  assembleDueEvidence,
  assembleEvidence,
  certificateProgress,
  findCertificate,
  readBundle,
} from "#app/modules/certificates/index.server.ts";
import { requireSilent } from "#app/modules/certificates/commands/record-absence.server.ts";
import { findPublicBundle } from "#app/modules/certificates/queries/bundle.server.ts";
import { markCandidateWithdrawn } from "#app/modules/elections/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import {
  aCountedElection,
  afterClaims,
  anOfficialElection,
  approve,
  enterTie,
  proclaim,
  proposeProclamation,
  recordAbsent,
  seatRules,
  sign,
  signAll,
} from "./certified-election.ts";

/** A 12, B 11 (of A's citizenship), C 7, D 4, and one abstention of 1. */
const likeIn2018 = {
  weights: [7, 4, 1],
  candidates: ["Ana", "Bruno", "Carla", "Dora"],
  maxChoices: 3,
  votes: [[0, 1, 2], [0, 1, 3], []],
  citizenships: [["BR"], ["BR"], ["UY"], ["MX"]],
};

async function audited(given: Given, electionId: string) {
  return auditBundle((await readBundle(given.context(), electionId))!, (archive) => verifyArchive(archive));
}

const failedIn = (report: Awaited<ReturnType<typeof audited>>) =>
  report.checks.filter(({ outcome }) => outcome === "failed");

describeOnEachDatabase("certificates", (given) => {
  // Requirement: CM 9, CM 17, CM 30, S3, R3
  test("the interim result can be verified from the bundle alone, its count names whom the cap passes over", async () => {
    const { electionId } = await aCountedElection(given, likeIn2018);
    const certificate = await findCertificate(given.context(), electionId);
    expect(certificate).toMatchObject({ stage: "interim", officialAt: null });
    const [count] = certificate!.count.contests;
    expect(count).toMatchObject({
      blank: 1,
      votes: [11, 11, 7, 4],
      ties: [{ reason: "cap" }],
    });
    const report = await audited(given, electionId);
    expect(failedIn(report)).toEqual([]);
    expect(report.checks.filter(({ outcome }) => outcome !== "passed").map(({ name }) => name)).toEqual([
      "log-key",
      "conformity",
      "proclamation",
      "log-later",
      "log-witnesses",
      "noted",
    ]);
    expect(report).toMatchObject({ verdict: "valid", stage: "interim", bundle: certificate!.bundleHash });
  });

  // Requirement: R3
  test("nothing skips: window, claims, evidence, signatures, two people", async () => {
    const election = await aCountedElection(given, { ...likeIn2018, votes: [[0, 2], [1, 3], []] });
    const { electionId } = election;
    expect(await sign(election, 0)).toMatchObject({ error: { code: "CLAIMS_WINDOW_NOT_OVER" } });
    expect(await proclaim(election)).toMatchObject({ error: { code: "CLAIMS_WINDOW_NOT_OVER" } });
    given.clock.set(afterClaims);
    expect(await certificateProgress(given.context(), electionId)).toMatchObject({
      toSigning: [],
      toProclaiming: ["CONFORMITY_NOT_ENOUGH", "COMMISSIONERS_SILENT"],
    });
    expectOk(await sign(election, 0));
    expect(await sign(election, 0)).toMatchObject({ error: { code: "ALREADY_SIGNED" } });
    expectOk(await sign(election, 2, "dissent", "No pude revisar el padrón a tiempo."));
    expect((await certificateProgress(given.context(), electionId)).toProclaiming).toEqual([
      "CONFORMITY_NOT_ENOUGH",
      "COMMISSIONERS_SILENT",
    ]);
    const evidence = (await findCertificate(given.context(), electionId))?.evidenceHash ?? "";
    const absence = { trustee: 2, evidence, reasons: "Duerme" };
    // A day from the end of the claims on, to the minute.
    given.clock.set(new Date("2026-03-25T17:59:00Z"));
    expect(await requireSilent(given.context(), electionId, absence)).toMatchObject({
      error: { code: "ABSENCE_TOO_EARLY", details: { hours: 24 } },
    });
    given.clock.set(new Date("2026-03-25T18:00:00Z"));
    expect(await requireSilent(given.context(), electionId, absence)).toMatchObject({ ok: true });
    given.clock.set(afterClaims);
    expectOk(await recordAbsent(election, 1));
    expect((await certificateProgress(given.context(), electionId)).toProclaiming).toEqual(["CONFORMITY_NOT_ENOUGH"]);
    // Whoever signs after all is heard.
    expectOk(await sign(election, 1));
    expect((await certificateProgress(given.context(), electionId)).toProclaiming).toEqual([]);
    const certificate = await findCertificate(given.context(), electionId);
    expect(certificate?.statements.map(({ answer }) => answer)).toEqual(["conform", "conform", "dissent"]);
  });

  // Requirement: R3, S4, C7
  test("an official result: proclaimed by two, its bundle valid, the elected in the register with terms by rank", async () => {
    const election = await anOfficialElection(given, { ...likeIn2018, votes: [[0, 2], [1, 3], []] });
    const { electionId } = election;
    const certificate = await findCertificate(given.context(), electionId);
    expect(certificate).toMatchObject({ stage: "official", officialAt: afterClaims.toISOString() });
    const report = await audited(given, electionId);
    expect(failedIn(report)).toEqual([]);
    expect(report).toMatchObject({ verdict: "valid", stage: "official", bundle: certificate!.bundleHash });
    const holders = await listOfficeHolders(given.context(), { bodyKey: "board", on: "2027-02-01" });
    expect(holders.map(({ name, until }) => `${name} ${until}`).sort()).toEqual([
      "Ana 2029-12-31",
      "Carla 2029-12-31",
      "Dora 2028-12-31",
    ]);
    const mails = await given.database.outgoingMail.findMany({ where: { template: "certificates/official-result" } });
    expect(mails).toHaveLength(election.commission.length + 1);
    expect(await proclaim(election)).toMatchObject({ error: { code: "ALREADY_OFFICIAL" } });
    expect(await sign(election, 2)).toMatchObject({ error: { code: "ALREADY_OFFICIAL" } });
    expect(certificate?.seats.map(({ name }) => name)).toEqual(election.commission.map(({ name }) => name));
  });

  // Requirement: R3
  test("the register of office holders never holds up a result: what it cannot take is left to staff with its reason", async () => {
    const election = await aCountedElection(given, {
      ...likeIn2018,
      citizenships: [["BR"], ["BR"], ["UY"], []],
      votes: [[0, 2], [1, 3], []],
    });
    const record = (bodyKey: string, holder: TermInput) =>
      inTransaction(given.context(), (within) => recordTerms(within, { bodyKey, holders: [holder] }));
    const term = { citizenships: ["CL"], employerGroup: "", from: "2026-01-01", until: "2028-12-31", source: "acta" };
    expectOk(await record("fiscal-commission", { ...term, name: "Ana" }));
    expectOk(await record("board", { ...term, name: "Carla" }));
    await given.database.candidate.updateMany({ where: { name: "Ana" }, data: { accountId: "account-of-ana" } });
    given.clock.set(afterClaims);
    await signAll(election);
    expectOk(await proclaim(election));
    const holders = await listOfficeHolders(given.context(), { bodyKey: "board", on: "2027-02-01" });
    expect(holders.map(({ name, from }) => `${name} ${from}`).sort()).toEqual(["Ana 2027-01-01", "Carla 2026-01-01"]);
    const held = (await listOfficesHeld(given.context(), "2027-02-01")).filter(({ bodyKey }) => bodyKey === "board");
    expect(held.map(({ name, accountId }) => [name, accountId]).sort()).toEqual([
      ["Ana", "account-of-ana"],
      ["Carla", null],
    ]);
    const left = await listAuditEntries(given.context(), { subjectId: "board", action: "bodies:terms-left" });
    expect(left).toMatchObject([
      {
        details: {
          terms: [
            { name: "Carla", code: "HOLDER_ALREADY_IN_OFFICE", isMissing: true },
            { name: "Dora", code: "TERM_FACTS_MISSING", isMissing: true },
          ],
        },
      },
    ]);
    const missing = async () => (await listTermsToRecord(given.context(), "board")).map(({ name }) => name);
    expect(await missing()).toEqual(["Carla", "Dora"]);
    const mails = await given.database.outgoingMail.findMany({ where: { template: "certificates/terms-left" } });
    expect(mails).toHaveLength(1);
    expectOk(await record("board", { ...term, name: "Dora", from: "2027-01-01" }));
    expect(await missing()).toEqual(["Carla"]);
  });

  test("a signature holds for one evidence, of one's own seat, and by the key of the sealed archive", async () => {
    const election = await aCountedElection(given, { ...likeIn2018, votes: [[0], [1, 3], []] });
    given.clock.set(afterClaims);
    const [first, second] = election.trustees;
    const swapped = { ...election, as: () => election.as(second!.actor), trustees: [first!] };
    expect(await sign(Object.assign(Object.create(election) as typeof election, swapped), 0)).toMatchObject({
      error: { code: "SIGNATURE_INVALID" },
    });
    expect(await sign(election, 0, "dissent", "")).toMatchObject({ error: { code: "REASONS_MISSING" } });
    await given.database.candidate.updateMany({ where: { position: 3 }, data: { country: "CL" } });
    expect(await sign(election, 0)).toMatchObject({ error: { code: "EVIDENCE_OUTDATED" } });
    expect(await assembleEvidence(election.as(election.commission[0]!), election)).toMatchObject({
      value: { isNew: true },
    });
    expectOk(await sign(election, 0));
    expect(await assembleEvidence(election.as(election.commission[0]!), election)).toMatchObject({
      value: { isNew: false },
    });
  });

  // Requirement: CM 39, CM 49, R3
  test("who changes seats, caps or citizenships once the votes are known gets no evidence, and an alert", async () => {
    const election = await aCountedElection(given, { ...likeIn2018, votes: [[0, 2], [1, 3], []] });
    const { electionId } = election;
    const { database } = given;
    const codes = async () =>
      (await database.alert.findMany({ where: { clearedAt: null, subject: electionId } })).map(({ code }) => code);
    await watchProofs(given.context());
    expect(await codes()).toEqual([]);
    const [sealing] = await database.approval.findMany({ where: { kind: "elections:seal" } });
    expect(JSON.stringify(sealing?.changes)).toContain("Ana (BR)");
    expect(JSON.stringify(sealing?.changes)).toContain("Per citizenship: at most 1");
    const behindBacks: [change: () => Promise<unknown>, undo: () => Promise<unknown>][] = [
      [
        () => database.contest.updateMany({ where: { electionId }, data: { seats: 2 } }),
        () => database.contest.updateMany({ where: { electionId }, data: { seats: 3 } }),
      ],
      [
        () => database.candidate.updateMany({ where: { position: 1 }, data: { citizenships: ["AR"] } }),
        () => database.candidate.updateMany({ where: { position: 1 }, data: { citizenships: ["BR"] } }),
      ],
      [
        () => database.contest.updateMany({ where: { electionId }, data: { rules: { ...seatRules, termYears: 9 } } }),
        () => database.contest.updateMany({ where: { electionId }, data: { rules: seatRules } }),
      ],
      [
        () => database.candidate.updateMany({ where: { position: 0 }, data: { withdrawnAt: afterClaims } }),
        () => database.candidate.updateMany({ where: { position: 0 }, data: { withdrawnAt: null } }),
      ],
    ];
    for (const [change, undo] of behindBacks) {
      await change();
      expect(await assembleEvidence(given.context(), { electionId })).toMatchObject({
        error: { code: "SEATS_DIFFER_FROM_SEALED" },
      });
      await watchProofs(given.context());
      expect(await codes()).toEqual(["SEATS_DIFFER_FROM_SEALED"]);
      await undo();
      await watchProofs(given.context());
      expect(await codes()).toEqual([]);
    }
    expect(await assembleEvidence(given.context(), { electionId })).toMatchObject({ value: { isNew: false } });
    // Somebody who withdrew by the act that the log knows is evidence like everything else.
    await database.candidate.updateMany({ where: { position: 3 }, data: { candidacyId: "withdrawing" } });
    await inTransaction(given.context(), async (within) =>
      ok(await markCandidateWithdrawn(within, { candidacyId: "withdrawing", withdrawnAt: afterClaims })),
    );
    expectOk(await signCheckpoint(given.context()));
    expect(await assembleEvidence(given.context(), { electionId })).toMatchObject({ value: { isNew: true } });
    expect((await audited(given, electionId)).verdict).toBe("valid");
    await watchProofs(given.context());
    expect(await codes()).toEqual([]);
  });

  test("a tie that is drawn by hand is entered by one and approved by another, and named as not repeatable; then the count goes on", async () => {
    const election = await aCountedElection(given, likeIn2018);
    const { electionId } = election;
    given.clock.set(afterClaims);
    expect(await sign(election, 0)).toMatchObject({ error: { code: "TIE_OPEN" } });
    const lot = { contest: 0, method: "lot", decidedOn: "2026-03-25", account: "Bolillero, ante el público." } as const;
    expect(await enterTie(election, { ...lot, order: [0, 2] })).toMatchObject({ error: { code: "NO_SUCH_TIE" } });
    expect(
      await enterTie(election, { ...lot, method: "runoff", order: [1, 0], runoffElectionId: electionId }),
    ).toMatchObject({ error: { code: "NO_SUCH_TIE" } });
    for (const decidedOn of ["2026-03-27", "2026-03-16"])
      expect(await enterTie(election, { ...lot, decidedOn, order: [1, 0] })).toMatchObject({
        error: { code: "TIE_OUT_OF_TIME" },
      });
    expectOk(await enterTie(election, { ...lot, order: [1, 0] }));
    const certificate = await findCertificate(given.context(), electionId);
    expect(certificate?.count.contests[0]?.elected).toEqual([
      { candidate: 1, rank: 1, termYears: 3 },
      { candidate: 2, rank: 2, termYears: 3 },
      { candidate: 3, rank: 3, termYears: 2 },
    ]);
    expect(certificate?.count.contests[0]?.lines).toContainEqual({
      code: "PASSED_OVER_CITIZENSHIP",
      params: { id: "000", name: "Ana", votes: 11, shared: "BR", cap: 1, elected: ["Bruno"], staying: [] },
    });
    expectOk(await sign(election, 0));
    const report = await audited(given, electionId);
    expect(failedIn(report)).toEqual([]);
    expect(report.checks.find(({ name }) => name === "ties")?.detail).toBe(
      "Bruno > Ana: drawn by hand before witnesses, NOT REPEATABLE",
    );
  });

  test("who has no part in the commission signs nothing, and nothing is put together before there is a result", async () => {
    const election = await aCountedElection(given, likeIn2018);
    const { electionId } = election;
    const signing = { electionId, evidence: "0".repeat(64), answer: "conform", reasons: "", signature: "" } as const;
    const { signConformity } = await import("#app/modules/certificates/index.server.ts");
    await expect(signConformity(election.as(election.staff), signing)).rejects.toBeInstanceOf(NotPermitted);
    await expect(assembleEvidence(election.as(election.staff), { electionId })).rejects.toBeInstanceOf(NotPermitted);
    expect(await assembleEvidence(given.context(), { electionId: "none" })).toMatchObject({
      error: { code: "NO_RESULT" },
    });
    expect(await assembleDueEvidence(given.context())).toEqual([]);
    await given.database.certificate.deleteMany();
    expect(await assembleDueEvidence(given.context())).toEqual([electionId]);
  });

  test("the bundle that is handed out is made once for each state, and has the hash that the page shows", async () => {
    const election = await aCountedElection(given, { ...likeIn2018, votes: [[0, 2], [1, 3], []] });
    const { electionId } = election;
    const interim = await findPublicBundle(given.context(), electionId);
    const bytes = await interim?.read();
    expect(hashOf(bytes!)).toBe(interim?.hash);
    expect(await (await findPublicBundle(given.context(), electionId))?.read()).toBe(bytes);
    given.clock.set(afterClaims);
    expectOk(await sign(election, 0));
    const signed = await findPublicBundle(given.context(), electionId);
    expect(hashOf((await signed?.read())!)).toBe(signed?.hash);
    expect(signed?.hash).not.toBe(interim?.hash);
  });
});

describeOnEachDatabase(
  "certificates and a clock that goes on at each reading",
  (given) => {
    // Requirement: CM 17, R3
    test("whoever proclaims at the last moment of the time for claims is refused, or gets a bundle that every audit finds valid", async () => {
      const election = await aCountedElection(given, { ...likeIn2018, votes: [[0, 2], [1, 3], []] });
      const { electionId } = election;
      const claimsEnd = Date.parse("2026-03-25T18:00:00Z");
      await given.database.calendarStage.deleteMany({ where: { processId: electionId } });
      const stage = { processId: electionId, changedAt: afterClaims, closesAt: null };
      await given.database.calendarStage.createMany({
        data: [
          { ...stage, kind: "result-claims", opensAt: new Date("2026-03-18T00:00:00Z"), closesAt: new Date(claimsEnd) },
          { ...stage, kind: "official-result", opensAt: new Date("2026-03-18T00:00:00Z") },
        ],
      });
      given.clock.set(afterClaims);
      expectOk(await signCheckpoint(given.context()));
      expectOk(await assembleEvidence(given.context(), { electionId }));
      let at = claimsEnd + 1000;
      const clock = vi.spyOn(given.clock, "now").mockImplementation(() => new Date((at += 1)));
      await signAll(election);
      // Why back: the words are given, and only the moment of the proclamation is looked for, each time a reading later.
      await given.database.conformity.updateMany({ data: { signedAt: new Date(claimsEnd - 5000) } });
      const proposalId = await proposeProclamation(election);
      for (let early = 60; early >= 0; early -= 1) {
        at = claimsEnd - early;
        if ((await approve(election, proposalId)).ok) break;
      }
      clock.mockRestore();
      given.clock.set(afterClaims);
      expect(await anchorProclamations(given.context())).toEqual([electionId]);
      const report = await audited(given, electionId);
      expect(failedIn(report)).toEqual([]);
      const { officialAt } = (await findCertificate(given.context(), electionId))!;
      expect(Date.parse(officialAt!)).toBeGreaterThanOrEqual(claimsEnd);
      expect(Date.parse(officialAt!)).toBeLessThan(claimsEnd + 60);
    });
  },
  { on: "sqlite" },
);
