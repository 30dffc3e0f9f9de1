// Once the list is published two commissioners together strike, admit or change; never one alone, and nobody after the sealing.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import {
  findCandidacy,
  findPublicCandidate,
  listPublishedChanges,
  proposePublishedChange,
  withdrawCandidacy,
} from "#app/modules/candidacies/index.server.ts";
import { findBrokenAuditEntry } from "#app/modules/audit-log/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { CallInTest } from "#test/factories/candidacies.ts";
import { aCall, person } from "#test/factories/candidacies.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("after the publication", (given) => {
  /** Ana and Carla are on the list, Bruno was refused; both commissioners have declared that they have no conflict. */
  async function published() {
    const call = await aCall(given, { rules: { capPerEmployerGroup: null } });
    const [ana, carla] = [await call.admitted(0), await call.admitted(2)];
    const bruno = await call.complete(1);
    await call.declare(bruno);
    expectOk(await call.decide(bruno, "reject", "Sin apoyo."));
    expectOk(await call.publish());
    for (const candidacyId of [ana, bruno, carla]) await call.declare(candidacyId, false, 1);
    return { call, ana, bruno, carla };
  }

  async function ballotOf(call: CallInTest): Promise<string[]> {
    const rows = await given.database.candidate.findMany({
      where: { contestId: call.contestId },
      orderBy: { position: "asc" },
    });
    return rows.map(({ name }) => name);
  }

  // Requirement: CM 41, CM 48, L6
  test("one commissioner changes nothing; two strike and admit, and everybody reads who, when and why", async () => {
    const { call, ana, bruno } = await published();
    for (const kind of ["admit", "reject", "correct"] as const)
      expect(await call.decide(ana, kind, "Sola.")).toMatchObject({ error: { code: "LIST_PUBLISHED" } });
    const { proposalId } = expectOk(await call.proposeChange(ana, { kind: "strike" }));
    expect(await ballotOf(call)).toEqual(["Ana Álvarez", "Carla Castro"]);
    expect(await call.approve(proposalId, 0)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
    expectOk(await call.approve(proposalId));
    expect(await ballotOf(call)).toEqual(["Carla Castro"]);
    expect((await findPublicCandidate(given.context(), ana))?.struckAt).toEqual(given.clock.now());
    const admitted = expectOk(await call.proposeChange(bruno, { kind: "admit", reason: "El reclamo tiene razón." }));
    expectOk(await call.approve(admitted.proposalId));
    expect(await ballotOf(call)).toEqual(["Bruno Beltrán", "Carla Castro"]);
    const changes = await listPublishedChanges(given.context(), { electionId: call.electionId });
    const both = { proposedByName: "Celia Comisión", approvedByName: "Dario Comisión" };
    expect(changes).toHaveLength(2);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...both, candidateName: "Ana Álvarez", kind: "strike", reason: "Hubo un reclamo." }),
        expect.objectContaining({ ...both, candidateName: "Bruno Beltrán", reason: "El reclamo tiene razón." }),
      ]),
    );
    const log = await given.database.auditEntry.findMany({
      where: { action: "candidacies:published-changed" },
      orderBy: { sequence: "asc" },
    });
    expect(log[0]).toMatchObject({
      subjectId: ana,
      changes: [{ field: "list", before: { en: "On the list" }, after: { en: "Not on the list" } }],
      details: { reason: "Hubo un reclamo.", proposedBy: "Celia Comisión" },
    });
    expect(await findBrokenAuditEntry(given.context())).toBeUndefined();
    const mails = await given.database.outgoingMail.count({ where: { template: "candidacies/candidacy-decided" } });
    expect(mails).toBe(5);
  });

  // Requirement: CM 48, L6
  test("what a published file says changes by two, field by field, on its page and on the ballot", async () => {
    const { call, ana } = await published();
    const texts = { es: "Nací en la costa.", en: "I was born on the coast.", pt: "Nasci na costa." };
    const as = { name: "Ana Álvarez", ...person, ...texts, citizenships: ["HN"], links: ["https://ana.example"] };
    const nothing = { kind: "edit", fields: as } as const;
    expect(await call.proposeChange(ana, nothing)).toMatchObject({ error: { code: "NOTHING_TO_CHANGE" } });
    const fields = { ...as, name: "Ana Álvarez Paz", employerGroup: "Otro grupo", citizenships: ["HN", "ES"] };
    const { proposalId } = expectOk(
      await call.proposeChange(ana, { kind: "edit", fields, reason: "Doble ciudadanía." }),
    );
    expectOk(await call.approve(proposalId));
    expect(await ballotOf(call)).toEqual(["Ana Álvarez Paz", "Carla Castro"]);
    expect(await findPublicCandidate(given.context(), ana)).toMatchObject({ citizenships: ["HN", "ES"] });
    const [change] = await listPublishedChanges(given.context(), { electionId: call.electionId, candidacyId: ana });
    expect(change?.changes).toEqual([
      { field: "name", before: "Ana Álvarez", after: "Ana Álvarez Paz" },
      { field: "citizenships", before: "HN", after: "ES, HN" },
      { field: "employerGroup", before: null, after: "***" },
    ]);
    expect(JSON.stringify(change)).not.toContain("Otro grupo");
    const [entry] = await given.database.auditEntry.findMany({ where: { action: "candidacies:published-changed" } });
    expect(JSON.stringify(entry?.changes)).toContain("Otro grupo");
  });

  test("what the second person approves is the file that the first one read", async () => {
    const { call, ana, carla } = await published();
    const stale = await call.fileHash(ana);
    const first = expectOk(await call.proposeChange(ana, { kind: "strike" }));
    await given.database.candidacy.update({ where: { id: ana }, data: { employer: "Otra red" } });
    expect(await call.approve(first.proposalId)).toMatchObject({ error: { code: "FILE_HAS_CHANGED" } });
    expect(await call.proposeChange(ana, { kind: "strike", fileHash: stale })).toMatchObject({
      error: { code: "FILE_HAS_CHANGED" },
    });
    expect(await call.proposeChange(carla, { kind: "admit" })).toMatchObject({ error: { code: "NOTHING_TO_CHANGE" } });
    expect(await call.proposeChange(carla, { kind: "strike", reason: " " })).toMatchObject({
      error: { code: "REASON_MISSING" },
    });
    expect(await listPublishedChanges(given.context(), { electionId: call.electionId })).toEqual([]);
  });

  test("neither of the two has a conflict of interest, and nobody without the role proposes", async () => {
    const { call, ana, carla } = await published();
    const first = expectOk(await call.proposeChange(ana, { kind: "strike" }));
    await call.declare(ana, true, 1);
    expect(await call.approve(first.proposalId)).toMatchObject({ error: { code: "CONFLICT_OF_INTEREST" } });
    const second = expectOk(await call.proposeChange(carla, { kind: "strike" }));
    await call.declare(carla, true, 0);
    expect(await call.approve(second.proposalId)).toMatchObject({ error: { code: "PROPOSER_TOO_NEAR" } });
    const rival = call.as({ ...call.member(2).contact, roles: ["commission"] });
    const wish = { candidacyId: ana, kind: "strike", fields: null, reason: "Rival." } as const;
    expect(await proposePublishedChange(rival, { ...wish, fileHash: await call.fileHash(ana) })).toMatchObject({
      error: { code: "OWN_CANDIDACY" },
    });
    const administrator = call.as(aPerson({ roles: ["administrator", "staff"] }));
    await expect(proposePublishedChange(administrator, { ...wish, fileHash: "" })).rejects.toThrow(NotPermitted);
    expect((await findCandidacy(given.context(), ana))?.state).toBe("published");
  });

  test("before the publication there is nothing to propose, and once the box is sealed only a withdrawal is marked", async () => {
    const early = await aCall(given);
    const candidacyId = await early.admitted(0);
    expect(await early.proposeChange(candidacyId, { kind: "strike" })).toMatchObject({
      error: { code: "LIST_NOT_PUBLISHED" },
    });
    expectOk(await early.publish());
    await early.declare(candidacyId, false, 1);
    const { proposalId } = expectOk(await early.proposeChange(candidacyId, { kind: "strike" }));
    await given.database.election.updateMany({ data: { sealedAt: given.clock.now() } });
    expect(await early.approve(proposalId)).toMatchObject({ error: { code: "BALLOT_ALREADY_SEALED" } });
    expect(await early.proposeChange(candidacyId, { kind: "edit" })).toMatchObject({
      error: { code: "BALLOT_ALREADY_SEALED" },
    });
    const own = early.as(early.member(0).contact);
    expect(await withdrawCandidacy(own, { candidacyId, reason: "Otro trabajo." })).toMatchObject({
      value: { isOnBallot: true },
    });
    expect(await ballotOf(early)).toEqual(["Ana Álvarez"]);
    expect((await findPublicCandidate(given.context(), candidacyId))?.withdrawnAt).not.toBeNull();
  });
});
