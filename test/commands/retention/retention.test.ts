// Personal data goes when its time is over, by the clock of the test, and nothing that proves the election goes with it.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { fileClaim, redactClaim, withdrawClaim } from "#app/modules/claims/index.server.ts";
import { findBrokenAuditEntry, verifyLog } from "#app/modules/audit-log/index.server.ts";
import { eraseRollContacts, listRollChanges, readWholeArchive } from "#app/modules/elections/index.server.ts";
import { listMailsInTrouble } from "#app/modules/notifications/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { erasePersonalDataDue } from "#app/processes/retention.ts";
import { anElection } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aContestedRoll, decideByTwo } from "../claims/claims-in-test.ts";

const nothing = { mails: 0, sessions: 0, roll: 0, candidacies: 0, claims: 0, recipients: 0 };

describeOnEachDatabase("retention", (given) => {
  // Requirement: CM 20
  test("ninety days after the close the roll forgets people and who voted; roll root, box and archive stay to the byte", async () => {
    const election = await anElection(given);
    const { electionId } = election;
    // Why a test: what binds has a calendar, and that promises an official result, from which the days count then.
    await given.database.election.update({ where: { id: electionId }, data: { isTest: true } });
    await election.open();
    expectOk(await election.cast(0, [0]));
    await election.closed();
    const snapshot = async () => ({
      archive: await readWholeArchive(given.context(), electionId),
      ballots: await given.database.ballot.findMany(),
      roots: await given.database.election.findMany({ select: { rollRoot: true, lastEventHash: true } }),
      roll: await given.database.rollEntry.findMany({
        orderBy: { id: "asc" },
        select: { organizationHandle: true, votes: true, privateHash: true, eligibilityTag: true },
      }),
    });
    const before = await snapshot();
    given.clock.set(new Date("2026-06-15T17:59:59Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(0);
    given.clock.set(new Date("2026-06-15T18:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(3);
    const people = await given.database.rollEntry.findMany({
      select: {
        contactName: true,
        contactEmail: true,
        contactAccountId: true,
        salt: true,
        hasVoted: true,
        lastVotedOn: true,
      },
    });
    expect(people).toEqual(
      people.map(() => ({
        ...{ contactName: "", contactEmail: "", contactAccountId: null },
        ...{ salt: "", hasVoted: false, lastVotedOn: null },
      })),
    );
    expect(await snapshot()).toEqual(before);
    expect(await erasePersonalDataDue(given.context())).toEqual({ ...nothing });
    const log = await given.database.auditEntry.findMany({ where: { action: "elections:roll-contacts-erased" } });
    expect(log).toMatchObject([{ actorName: "retention", details: { entries: 3 } }]);
  });

  test("while an election runs, or its calendar still promises an official result, its people stay", async () => {
    const election = await (await anElection(given)).frozen();
    given.clock.set(new Date("2027-03-17T17:59:59Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(0);
    const { electionId } = election;
    await given.database.election.updateMany({ data: { closedAt: new Date("2026-03-17T18:00:00Z") } });
    const at = new Date("2026-04-01T18:00:00Z");
    await given.database.calendar.create({
      data: { processId: electionId, template: "board", createdAt: at, changedAt: at },
    });
    await given.database.calendarStage.create({
      data: { id: "stage", processId: electionId, kind: "official-result", opensAt: at, closesAt: at, changedAt: at },
    });
    expect((await erasePersonalDataDue(given.context())).roll).toBe(0);
    await given.database.calendarStage.deleteMany();
    expect((await erasePersonalDataDue(given.context())).roll).toBe(3);
  });

  // Requirement: CM 20
  test("who was never made official, closed, sealed or even frozen does not keep people for ever", async () => {
    const { election, claim, asRosa } = await aContestedRoll(given);
    const { electionId } = election;
    const asPrepared = { electionId, line: 1, handle: "", organizationName: "", country: "UY", votes: 1 };
    await given.database.importedVoter.create({
      data: { ...asPrepared, id: "imported", name: "Inés Importada", email: "ines@x.example", language: "es" },
    });
    expectOk(await fileClaim(asRosa(), { ...claim, subjectLabel: "Redes del Reclamo" }));
    const at = new Date("2026-04-30T18:00:00Z");
    await given.database.calendar.create({
      data: { processId: electionId, template: "board", createdAt: at, changedAt: at },
    });
    await given.database.calendarStage.create({
      data: { id: "stage", processId: electionId, kind: "official-result", opensAt: at, closesAt: at, changedAt: at },
    });
    given.clock.set(new Date("2027-04-30T17:59:59Z"));
    expect(await erasePersonalDataDue(given.context())).toMatchObject({ roll: 0, claims: 0 });
    given.clock.set(new Date("2027-04-30T18:00:00Z"));
    expect(await erasePersonalDataDue(given.context())).toMatchObject({ roll: 4, claims: 1 });
    expect(await given.database.importedVoter.count()).toBe(0);
    expect(await given.database.claim.findMany()).toMatchObject([
      { state: "filed", text: null, filedBy: "", filedByName: "", subjectLabel: "" },
    ]);
    expect(await given.database.rollEntry.count({ where: { contactEmail: { not: "" } } })).toBe(0);
    expect(await erasePersonalDataDue(given.context())).toEqual(nothing);
    expect(await findBrokenAuditEntry(given.context())).toBeUndefined();
  });

  // Requirement: CM 20
  test("voters who were imported for an election that nobody prepared further go a year after its last day", async () => {
    const election = await anElection(given);
    const asPrepared = { electionId: election.electionId, line: 1, handle: "", organizationName: "", country: "UY" };
    await given.database.importedVoter.create({
      data: { ...asPrepared, votes: 1, id: "imported", name: "Inés", email: "ines@x.example", language: "es" },
    });
    given.clock.set(new Date("2027-03-17T17:59:59Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(0);
    given.clock.set(new Date("2027-03-17T18:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(1);
    expect(await given.database.importedVoter.count()).toBe(0);
  });

  // Requirement: CM 20, CM 48
  test("a change of the roll keeps that the contact changed, not who it was, and the log's chain still verifies", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId } = election;
    const root = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    await given.database.rollChange.create({
      data: {
        ...{
          electionId,
          version: 2,
          rollEntryId: "e",
          handle: "HN-RED1-PLEN",
          kind: "changed",
          reason: "Otra persona.",
        },
        ...{ proposedByName: "Sara", proposedByRoles: [], approvedByName: "Celia", approvedByRoles: [] },
        ...{ rootBefore: root.rollRoot ?? "", root: root.rollRoot ?? "", decidedAt: given.clock.now() },
        changes: [
          { field: "votes", before: 2, after: 3, isPublic: true },
          { field: "contact", before: "Vera Votante (VVX1)", after: "Walter Votante (WVX1)", isPublic: false },
          { field: "address", before: "v…@x.example", after: "w…@x.example", isPublic: false },
        ],
      },
    });
    await given.database.election.updateMany({ data: { closedAt: new Date("2026-03-17T18:00:00Z") } });
    const publicly = await listRollChanges(given.context(), electionId);
    given.clock.set(new Date("2026-06-15T18:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(4);
    const [row] = await given.database.rollChange.findMany();
    expect(row?.changes).toEqual([
      { field: "votes", before: 2, after: 3, isPublic: true },
      { field: "contact", before: null, after: null, isPublic: false },
      { field: "address", before: null, after: null, isPublic: false },
    ]);
    expect(row).toMatchObject({ reason: "Otra persona.", proposedByName: "Sara", approvedByName: "Celia" });
    expect(await listRollChanges(given.context(), electionId)).toEqual(publicly);
    expect(await findBrokenAuditEntry(given.context())).toBeUndefined();
    expect((await verifyLog(given.context())).problems).toEqual([]);
  });

  // Requirement: CM 20
  test("a year after the election the words of decided claims go, and what the public reads stays", async () => {
    const { election, file, claim, asRosa, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    expectOk(await fileClaim(asRosa(), claim));
    const reasons = "El bloque consta en el registro desde antes de la fecha de corte.";
    const decided = { claimId, decision: "upheld", reasons, declaresNoConflict: true } as const;
    expectOk(await decideByTwo(asCommissioner(), asCommissioner(1), decided));
    await given.database.election.updateMany({ data: { closedAt: new Date("2026-03-17T18:00:00Z") } });
    given.clock.set(new Date("2027-03-17T18:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).claims).toBe(1);
    const claims = await given.database.claim.findMany({
      where: { electionId: election.electionId },
      orderBy: { number: "asc" },
    });
    expect(claims).toMatchObject([
      { text: null, filedByName: "", reasons },
      { text: claim.text, filedByName: "Rosa Reclama" },
    ]);
  });

  // Requirement: CM 20
  test("of withdrawn and withheld claims nobody's name stays, and a subject stays only beside a text that is wholly public", async () => {
    const { file, asRosa, asCommissioner, claim } = await aContestedRoll(given);
    const reasons = "El bloque consta en el registro desde antes de la fecha de corte.";
    const about = { subjectLabel: "Ana Álvarez" };
    const decided = { decision: "rejected", reasons, declaresNoConflict: true } as const;
    const [withdrawn, withheld, struck, whole] = [
      await file(about),
      await file(about),
      await file(about),
      await file(about),
    ];
    expectOk(await withdrawClaim(asRosa(), { claimId: withdrawn.claimId }));
    const asking = asCommissioner();
    expectOk(await redactClaim(asking, { claimId: withheld.claimId, publication: "withheld" }));
    const marked = `[[${claim.text.slice(0, 7)}]]${claim.text.slice(7)}`;
    expectOk(await redactClaim(asking, { claimId: struck.claimId, publication: "published", marked }));
    expectOk(await redactClaim(asking, { claimId: whole.claimId, publication: "published", marked: claim.text }));
    for (const { claimId } of [withheld, struck, whole])
      expectOk(await decideByTwo(asking, asCommissioner(1), { claimId, ...decided }));
    await given.database.election.updateMany({ data: { closedAt: new Date("2026-03-17T18:00:00Z") } });
    given.clock.set(new Date("2027-03-17T18:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).claims).toBe(4);
    const claims = await given.database.claim.findMany({ orderBy: { number: "asc" } });
    expect(claims.map(({ subjectLabel }) => subjectLabel)).toEqual(["", "", "", "Ana Álvarez"]);
    for (const each of claims) expect(each).toMatchObject({ text: null, filedBy: "", filedByName: "" });
    expect(await erasePersonalDataDue(given.context())).toEqual(nothing);
  });

  test("addresses of mails that ended go after half a year, sessions thirty days after their end, and a setting changes the periods", async () => {
    const context = given.context();
    const ended = { template: "t", language: "es", createdAt: given.clock.now(), nextAttemptAt: given.clock.now() };
    await given.database.outgoingMail.createMany({
      data: [
        { ...ended, deduplication: "1", toAddress: "a@x.example", state: "sent", smtpAnswer: "250 a@x.example ok" },
        { ...ended, deduplication: "2", toAddress: "b@x.example", state: "waiting" },
        { ...ended, deduplication: "3", toAddress: "c@x.example", state: "failed" },
      ],
    });
    expect(await listMailsInTrouble(context)).toMatchObject([{ toAddress: "c@x.example" }]);
    given.clock.set(new Date("2026-08-29T15:00:00Z"));
    expect((await erasePersonalDataDue(context)).mails).toBe(0);
    await given.database.setting.create({ data: { key: "retention-days", value: '{"mails":10}' } });
    expect((await erasePersonalDataDue(context)).mails).toBe(2);
    expect(await listMailsInTrouble(context)).toEqual([]);
    const mails = JSON.stringify(await given.database.outgoingMail.findMany());
    expect(mails).not.toContain("a@x.example");
    expect(mails).toContain("b@x.example");
  });

  test("people cannot erase: only the product itself does, when the time has come", async () => {
    await expect(eraseRollContacts(given.context(), { electionId: "e" })).rejects.toThrow(NotPermitted);
  });
});
