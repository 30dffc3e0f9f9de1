// Who may nominate whom, how many, and what the person who is proposed answers.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  declineNomination,
  findCandidacy,
  listCandidacies,
  withdrawCandidacy,
} from "#app/modules/candidacies/index.server.ts";
import { setDebt } from "#app/modules/membership/index.server.ts";
import { aCall } from "#test/factories/candidacies.ts";
import { aPersonWithAccount } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const stranger = { isSelf: false, name: "Zulema Zapata", email: "zulema@elsewhere.example" } as const;

describeOnEachDatabase("nominations", (given) => {
  test("a membership contact proposes somebody from outside, who gets an account, an invitation and a mail", async () => {
    const call = await aCall(given);
    const { candidacyId, accountId } = expectOk(await call.nominate(0, stranger));
    const candidacy = await findCandidacy(given.context(), candidacyId);
    expect(candidacy).toMatchObject({ state: "nominated", name: "Zulema Zapata", accountId, nominatedBy: "Red 1" });
    const mails = await given.database.outgoingMail.findMany({ where: { toAddress: stranger.email } });
    expect(mails.map(({ template }) => template).sort()).toEqual(["accounts/welcome", "candidacies/nominated"]);
    const [entry] = await listAuditEntries(given.context(), { subjectType: "candidacy", subjectId: candidacyId });
    expect(entry).toMatchObject({ action: "candidacies:nominated" });
    expect(JSON.stringify(entry)).not.toContain("Red de Honduras");
  });

  test("somebody who has an account already is not invited a second time", async () => {
    const call = await aCall(given);
    const known = await aPersonWithAccount(given, "Zulema Zapata", []);
    const { accountId } = expectOk(await call.nominate(0, { ...stranger, email: "Zulema.Zapata@people.example" }));
    expect(accountId).toBe(known.accountId);
    expect(await given.database.outgoingMail.count({ where: { template: "accounts/welcome" } })).toBe(0);
  });

  test("who proposes herself has accepted", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    expect(await findCandidacy(given.context(), candidacyId)).toMatchObject({
      state: "accepted",
      isSelfNomination: true,
      accountId: call.member(0).contact.accountId,
    });
  });

  // Requirement: R2
  test("an organisation nominates as many as there are seats, and no more", async () => {
    const call = await aCall(given, { seats: 2 });
    expectOk(await call.nominate(0));
    expectOk(await call.nominate(0, stranger));
    expect(await call.nominate(0, { ...stranger, name: "Otra", email: "otra@elsewhere.example" })).toMatchObject({
      error: { code: "NOMINATION_LIMIT_REACHED", details: { allowed: 2, organization: "Red 1" } },
    });
  });

  // Requirement: R2
  test("the body's rules may set another number", async () => {
    const call = await aCall(given, { seats: 3, rules: { nominationsPerOrganization: 1 } });
    expectOk(await call.nominate(0));
    expect(await call.nominate(0, stranger)).toMatchObject({ error: { code: "NOMINATION_LIMIT_REACHED" } });
  });

  test("a nomination that is declined gives its place back, and the nominator learns of it", async () => {
    const call = await aCall(given);
    const known = await aPersonWithAccount(given, "Zulema Zapata", []);
    const { candidacyId } = expectOk(await call.nominate(0, { ...stranger, email: "zulema.zapata@people.example" }));
    expectOk(await declineNomination(call.as(known), { candidacyId }));
    expect(await call.accept(known, candidacyId)).toMatchObject({ error: { code: "NOMINATION_ANSWERED" } });
    expectOk(await call.nominate(0));
    expect(await given.database.outgoingMail.count({ where: { template: "candidacies/nomination-answered" } })).toBe(1);
  });

  test("who withdraws gives the place back too, and what nobody answered lapses with the publication", async () => {
    const call = await aCall(given);
    const first = expectOk(await call.nominate(0));
    const own = call.as(call.member(0).contact);
    expectOk(await withdrawCandidacy(own, { candidacyId: first.candidacyId, reason: "" }));
    const known = await aPersonWithAccount(given, "Zulema Zapata", []);
    const { candidacyId } = expectOk(await call.nominate(0, { ...stranger, email: "zulema.zapata@people.example" }));
    expect(await call.nominate(0)).toMatchObject({ error: { code: "NOMINATION_LIMIT_REACHED" } });
    await call.admitted(1);
    expectOk(await call.publish());
    expect(await call.accept(known, candidacyId)).toMatchObject({ error: { code: "NOMINATIONS_CLOSED" } });
  });

  // Requirement: R2
  test("nobody with a citizenship whose cap is used up by those who stay can be nominated or accept, and learns why", async () => {
    const staying = [{ name: "Marta Silva", citizenships: ["BR", "PT"], employerGroup: "", from: "", until: "" }];
    const call = await aCall(given, { staying });
    const barred = {
      error: { code: "CITIZENSHIP_BARRED", details: { country: "PT", cap: 1, holders: "Marta Silva" } },
    };
    expect(await call.nominate(0, { citizenships: ["HN", "PT"] })).toMatchObject(barred);
    const known = await aPersonWithAccount(given, "Zulema Zapata", []);
    const { candidacyId } = expectOk(await call.nominate(0, { ...stranger, email: "zulema.zapata@people.example" }));
    expect(await call.accept(known, candidacyId, { citizenships: ["PT"] })).toMatchObject(barred);
    expectOk(await call.accept(known, candidacyId, { citizenships: ["AR"] }));
    expect(await findCandidacy(given.context(), candidacyId)).toMatchObject({
      state: "accepted",
      citizenships: ["AR"],
    });
  });

  test("an organisation that owes money does not nominate", async () => {
    const call = await aCall(given);
    const { organizationId } = call.member(0);
    expectOk(await setDebt(given.context(), { organizationId, from: "2026-03-01" }));
    expect(await call.nominate(0)).toMatchObject({
      error: { code: "ORGANIZATION_NOT_IN_STANDING", details: { reasons: "OWES_MONEY" } },
    });
  });

  test("nobody nominates in the name of an organisation for which another is the membership contact", async () => {
    const call = await aCall(given);
    const { organizationId } = call.member(1);
    expect(await call.nominate(0, { organizationId })).toMatchObject({ error: { code: "NOT_MEMBERSHIP_CONTACT" } });
    expect(await call.nominate(0, { organizationId: null })).toMatchObject({
      error: { code: "NOT_MEMBERSHIP_CONTACT" },
    });
  });

  test("where the body lets anybody nominate, a person without an organisation proposes one", async () => {
    const call = await aCall(given, { rules: { nominators: "anyone" } });
    expectOk(await call.nominate(0, { organizationId: null }));
    expect(await call.nominate(0, { ...stranger, organizationId: null })).toMatchObject({
      error: { code: "NOMINATION_LIMIT_REACHED" },
    });
  });

  test("staff neither nominate nor stand", async () => {
    const call = await aCall(given);
    const { contact } = call.member(0);
    const asStaff = { ...contact, roles: ["staff" as const] };
    const members = [{ ...call.member(0), contact: asStaff }, ...call.members.slice(1)];
    const withStaff = Object.assign(Object.create(Object.getPrototypeOf(call) as object), call, {
      members,
    }) as typeof call;
    expect(await withStaff.nominate(0)).toMatchObject({ error: { code: "STAFF_MAY_NOT_STAND" } });
    expect(await withStaff.nominate(0, stranger)).toMatchObject({ error: { code: "STAFF_MAY_NOT_NOMINATE" } });
    await aPersonWithAccount(given, "Sara Soto", ["staff"]);
    // Why allowed: a refusal would tell whose address is staff; the commission's checks find it.
    expectOk(await call.nominate(0, { ...stranger, email: "sara.soto@people.example" }));
  });

  test("the same person is nominated once for a contest", async () => {
    const call = await aCall(given);
    expectOk(await call.nominate(0, stranger));
    expect(await call.nominate(1, stranger)).toMatchObject({ error: { code: "ALREADY_NOMINATED" } });
    expect(await call.nominate(1, { ...stranger, name: "Otro Nombre" })).toMatchObject({
      error: { code: "ALREADY_NOMINATED", details: { name: "Otro Nombre" } },
    });
    expect(await listCandidacies(given.context(), { contestId: call.contestId })).toHaveLength(1);
  });

  test("nominations are refused before their stage, and after it", async () => {
    const call = await aCall(given);
    const stage = { opensAt: new Date("2026-03-03T18:00:00Z"), closesAt: new Date("2026-03-17T18:00:00Z") };
    await call.withStages([{ kind: "nominations", ...stage }]);
    expect(await call.nominate(0)).toMatchObject({ error: { code: "STAGE_NOT_BEGUN" } });
    given.clock.set(new Date("2026-03-17T17:59:59Z"));
    expectOk(await call.nominate(0));
    given.clock.set(stage.closesAt);
    expect(await call.nominate(1)).toMatchObject({ error: { code: "STAGE_OVER" } });
  });

  test("a contest that the election does not have is refused", async () => {
    const call = await aCall(given);
    expect(await call.nominate(0, { contestId: "none" })).toMatchObject({ error: { code: "CONTEST_UNKNOWN" } });
    expect(await call.nominate(0, { electionId: "none" })).toMatchObject({ error: { code: "CONTEST_UNKNOWN" } });
  });
});
