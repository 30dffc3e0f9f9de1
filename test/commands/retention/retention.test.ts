// Personal data goes when its time is over, by the clock of the test, and nothing that proves the election goes with it.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { decideClaim, fileClaim } from "#app/modules/claims/index.server.ts";
import { eraseRollContacts, readWholeArchive } from "#app/modules/elections/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { erasePersonalDataDue } from "#app/processes/retention.ts";
import { anElection } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aContestedRoll } from "../claims/claims-in-test.ts";

const nothing = { mails: 0, sessions: 0, roll: 0, candidacies: 0, claims: 0, recipients: 0 };

describeOnEachDatabase("retention", (given) => {
  // Requirement: CM 20
  test("ninety days after the close the roll forgets people and who voted; roll root, box and archive stay to the byte", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    await election.closed();
    const { electionId } = election;
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
    given.clock.set(new Date("2028-01-01T00:00:00Z"));
    expect((await erasePersonalDataDue(given.context())).roll).toBe(0);
    const { electionId } = election;
    await given.database.election.updateMany({ data: { closedAt: new Date("2026-03-17T18:00:00Z") } });
    const at = new Date("2028-02-01T00:00:00Z");
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
  test("a year after the election the words of decided claims go, and what the public reads stays", async () => {
    const { election, file, claim, asRosa, asCommissioner } = await aContestedRoll(given);
    const { claimId } = await file();
    expectOk(await fileClaim(asRosa(), claim));
    const reasons = "El bloque consta en el registro desde antes de la fecha de corte.";
    expectOk(await decideClaim(asCommissioner(), { claimId, decision: "upheld", reasons, declaresNoConflict: true }));
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

  test("addresses of mails that ended go after half a year, sessions thirty days after their end, and a setting changes the periods", async () => {
    const context = given.context();
    const ended = { template: "t", language: "es", createdAt: given.clock.now(), nextAttemptAt: given.clock.now() };
    await given.database.outgoingMail.createMany({
      data: [
        { ...ended, deduplication: "1", toAddress: "a@x.example", state: "sent", smtpAnswer: "250 a@x.example ok" },
        { ...ended, deduplication: "2", toAddress: "b@x.example", state: "waiting" },
      ],
    });
    given.clock.set(new Date("2026-08-29T15:00:00Z"));
    expect((await erasePersonalDataDue(context)).mails).toBe(0);
    await given.database.setting.create({ data: { key: "retention-days", value: '{"mails":10}' } });
    expect((await erasePersonalDataDue(context)).mails).toBe(1);
    const mails = JSON.stringify(await given.database.outgoingMail.findMany());
    expect(mails).not.toContain("a@x.example");
    expect(mails).toContain("b@x.example");
  });

  test("people cannot erase: only the product itself does, when the time has come", async () => {
    await expect(eraseRollContacts(given.context(), { electionId: "e" })).rejects.toThrow(NotPermitted);
  });
});
