// Legacy resources: the hostmaster's one-time password, the claim with it, and refusals that tell a stranger nothing.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import type { Person } from "#app/modules/accounts/index.server.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  claimLegacyEntity,
  issueClaimPassword,
  markLegacyEntity,
  openLegacyClaim,
  openLegacyDesk,
  revokeLegacyClaim,
  unmarkLegacyEntity,
} from "#app/modules/legacy-claims/index.server.ts";
import {
  listContactsOf,
  listOrganizationLines,
  listOrganizationsOfContact,
} from "#app/modules/organizations/index.server.ts";
import { findAutonomousSystem, importRegister } from "#app/modules/resources/index.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { DeliveredMail } from "../../factories/post.ts";
import { deliverPost } from "../../factories/post.ts";
import { aPerson } from "../../setup/actors.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import type { Given } from "../../setup/databases.ts";
import { writingDown } from "../../setup/questions-asked.ts";

const here = "192.0.2.7";
const day = 24 * 60 * 60_000;

async function newPerson(given: Given, name: string, roles: readonly Role[] = []): Promise<Person> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@people.example`;
  const made = await createAccount(given.context(), { name, email, language: "es", roles: [...roles] });
  return { kind: "person", ...expectOk(made), name, roles };
}

/** The post of `to`, with the last password that it brought. */
function passwordIn(mails: readonly DeliveredMail[], to: string): string {
  const texts = mails.filter((mail) => mail.to === to).map(({ text }) => text);
  return /[0-9a-z]{5}(-[0-9a-z]{5}){3}-[0-9a-z]{6}/.exec(texts.at(-1) ?? "")?.[0] ?? "";
}

describeOnEachDatabase("legacy-claims", (given) => {
  async function aLegacyEntity() {
    await deliverPost(given);
    const path = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
    expectOk(await importRegister(given.context(), { path }));
    const entity = (await listOrganizationLines(given.context(), "all")).find(({ opaqueId }) => opaqueId === "101");
    if (entity === undefined) throw new Error("the fixture has no holder 101");
    const desk = given.context({ actor: await newPerson(given, "Hilda Hostmaster", ["staff"]) });
    const ana = await newPerson(given, "Ana Paz");
    const ownerId = entity.handle;
    expectOk(await markLegacyEntity(desk, { ownerId, receivedFrom: "ARIN", note: "Lista de 2002" }));
    return { entity, ownerId, desk, ana };
  }
  type Entity = Awaited<ReturnType<typeof aLegacyEntity>>;

  async function request({ desk, ownerId }: Entity, person: Person): Promise<string> {
    const wish = { ownerId, userId: person.userId, requestedBy: "carta del 2 de marzo", evidence: "Acta notarial" };
    return expectOk(await openLegacyClaim(desk, wish)).claimId;
  }

  async function passwordFor(world: Entity, person: Person, claimId?: string): Promise<string> {
    expectOk(await issueClaimPassword(world.desk, { claimId: claimId ?? (await request(world, person)) }));
    const mails = await deliverPost(given);
    const { email } = await given.database.account.findUniqueOrThrow({ where: { id: person.accountId } });
    return passwordIn(mails, email);
  }

  const as = (person: Person) => ({ ...given.context(), actor: person });
  const attempt = (person: Person, ownerId: string, password: string) =>
    claimLegacyEntity(as(person), { ownerId, password }, here);

  test("with OWNER-ID and password the user becomes the contact of the entity and its resources, and sees them at once", async () => {
    const world = await aLegacyEntity();
    const { ana, entity, ownerId } = world;
    const former = await listContactsOf(given.context(), [entity.id]);
    const technical = await newPerson(given, "Tomás Técnico");
    await given.database.network.updateMany({
      where: { organizationId: entity.id, prefixLength: 22 },
      data: { technicalContactId: technical.accountId },
    });
    const password = await passwordFor(world, ana);
    const claimed = expectOk(await attempt(ana, ownerId.toLowerCase(), password.toUpperCase()));
    expect(claimed).toEqual({ ownerId, resources: ["198.18.0.0/22", "2001:db8::/36", "AS64496"] });
    const networks = await given.database.network.findMany({ where: { organizationId: entity.id } });
    const contacts = networks.map((row) => [row.technicalContactId, row.abuseContactId, row.version]);
    expect(contacts).toEqual([
      [ana.accountId, ana.accountId, 2],
      [ana.accountId, ana.accountId, 2],
    ]);
    const both = { routingContactId: ana.accountId, abuseContactId: ana.accountId, version: 2 };
    expect(await findAutonomousSystem(given.context(), 64496)).toMatchObject(both);
    expect(await given.database.registrationVersion.count()).toBe(3);
    const mine = await listOrganizationsOfContact(given.context(), ana.accountId);
    expect(mine).toMatchObject([{ organization: { handle: ownerId }, roles: ["administrative"] }]);
    const after = await listContactsOf(given.context(), [entity.id]);
    expect(after.slice(1)).toEqual(former.slice(1));
    const told = (await deliverPost(given)).filter(({ text }) =>
      text.includes("198.18.0.0/22, 2001:db8::/36, AS64496"),
    );
    const expected = new Set([...former.map(({ email }) => email), "tom.s.t.cnico@people.example"]);
    expect(new Set(told.map(({ to }) => to))).toEqual(expected);
    const actions = (await listAuditEntries(given.context(), { limit: 20 })).map(({ action }) => action);
    expect(actions.slice(0, 5).reverse()).toEqual([
      "legacy-claims:claimed",
      "organizations:contact-set",
      "resources:network-changed",
      "resources:network-changed",
      "resources:autonomous-system-changed",
    ]);
    expect(await attempt(ana, ownerId, password)).toEqual({ ok: false, error: { code: "CLAIM_REFUSED" } });
  });

  test("every refusal is the same to a stranger, with the same questions to the database; the desk sees which it was", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId, desk } = world;
    const bea = await newPerson(given, "Bea Sol");
    const password = await passwordFor(world, ana);
    const right = "7zzzz-zzzzz-zzzzz-zzzzz-zzzzzz";
    const asked = async (person: Person, typedOwnerId: string, typed: string) => {
      const { context, questions } = writingDown(given.context());
      const outcome = await claimLegacyEntity(
        { ...context, actor: person },
        { ownerId: typedOwnerId, password: typed },
        here,
      );
      return { outcome, questions: questions.map(({ what }) => what) };
    };
    const seen = [
      await asked(bea, "HN-NADA1-PLEN", password),
      await asked(bea, ownerId, password),
      await asked(bea, ownerId, right),
      await asked(ana, ownerId, right),
    ];
    given.clock.set(new Date(given.clock.now().getTime() + 14 * day));
    seen.push(await asked(ana, ownerId, password));
    for (const each of seen) {
      expect(each.outcome).toEqual({ ok: false, error: { code: "CLAIM_REFUSED" } });
      expect(each.questions).toEqual(seen[0]?.questions);
    }
    expect(seen[0]?.questions).toContain("LegacyClaim.updateMany");
    const { attempts, claims } = await openLegacyDesk(desk);
    const reasons = attempts.map(({ reason }) => reason).reverse();
    expect(reasons).toEqual(["unknown-owner-id", "another-user", "no-claim", "wrong-password", "expired"]);
    expect(attempts.map((each) => each.ownerId).reverse()).toEqual(["", ownerId, ownerId, ownerId, ownerId]);
    expect(claims).toMatchObject([{ standing: "expired", triesLeft: 4, userId: ana.userId }]);
  });

  test("five wrong tries end a password, at once or one by one, and a new one replaces it", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId, desk } = world;
    const claimId = await request(world, ana);
    const first = await passwordFor(world, ana, claimId);
    const wrong = await Promise.all(Array.from({ length: 5 }, (_, each) => attempt(ana, ownerId, `wrong-${each}`)));
    expect(wrong.every(({ ok }) => !ok)).toBe(true);
    expect(await attempt(ana, ownerId, first)).toMatchObject({ error: { code: "CLAIM_REFUSED" } });
    expect(await openLegacyDesk(desk)).toMatchObject({
      claims: [{ standing: "used-up", triesLeft: 0 }],
      attempts: [{ reason: "used-up" }, { reason: "wrong-password" }, {}, {}, {}, {}],
    });
    const second = await passwordFor(world, ana, claimId);
    expect(second).not.toBe(first);
    expect(await attempt(ana, ownerId, first)).toMatchObject({ error: { code: "CLAIM_REFUSED" } });
    expectOk(await attempt(ana, ownerId, second));
    expect(await issueClaimPassword(desk, { claimId })).toMatchObject({ error: { code: "CLAIM_ENDED" } });
  });

  test("of two who use the same password at once, one gets through and the change is written once", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId, desk } = world;
    const password = await passwordFor(world, ana);
    const both = await Promise.all([attempt(ana, ownerId, password), attempt(ana, ownerId, password)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await openLegacyDesk(desk)).attempts.map(({ reason }) => reason)).toEqual(["claimed"]);
    expect(await given.database.registrationVersion.count()).toBe(3);
  });

  test("with the first claim of an entity every other password for it ends, so that nobody takes it over again later", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId, desk, entity } = world;
    const bruno = await newPerson(given, "Bruno Mar");
    const passwords = [await passwordFor(world, ana), await passwordFor(world, bruno)] as const;
    expectOk(await attempt(ana, ownerId, passwords[0]));
    expect(await attempt(bruno, ownerId, passwords[1])).toEqual({ ok: false, error: { code: "CLAIM_REFUSED" } });
    expect((await openLegacyDesk(desk)).attempts.map(({ reason }) => reason)).toEqual(["revoked"]);
    const [contact] = await listContactsOf(given.context(), [entity.id], "administrative");
    expect(contact?.accountId).toBe(ana.accountId);
  });

  test("after ten tries a person waits, and learns only for how long", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId } = world;
    const outcomes = [];
    for (let each = 0; each < 12; each += 1) outcomes.push(await attempt(ana, ownerId, "wrong"));
    expect(outcomes[9]).toEqual({ ok: false, error: { code: "CLAIM_REFUSED" } });
    expect(outcomes[11]).toMatchObject({ error: { code: "TOO_MANY_ATTEMPTS" } });
    expect(await attempt(ana, "HN-NADA1-PLEN", "wrong")).toMatchObject({ error: { code: "TOO_MANY_ATTEMPTS" } });
  });

  test("the password stands in the mail alone: not in the database, the log or what the desk is given", async () => {
    const world = await aLegacyEntity();
    const { ana, desk } = world;
    const claimId = await request(world, ana);
    const answer = await issueClaimPassword(desk, { claimId });
    const password = passwordIn(await deliverPost(given), "ana.paz@people.example");
    expect(password).toHaveLength(30);
    const [claim] = await given.database.legacyClaim.findMany();
    expect(claim?.passwordHash).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify([
      ...[answer, claim, await openLegacyDesk(desk), await given.database.auditEntry.findMany()],
      await given.database.outgoingMail.findMany(),
    ]);
    for (const secret of [password, password.replaceAll("-", "")]) expect(everything).not.toContain(secret);
    const onDesk = JSON.stringify(await openLegacyDesk(desk));
    expect(onDesk).not.toContain(claim?.passwordHash);
  });

  test("the desk is for staff, who open nothing for themselves, nothing twice and nothing for what is not legacy", async () => {
    const world = await aLegacyEntity();
    const { ana, ownerId, desk, entity } = world;
    const wish = { ownerId, userId: ana.userId, requestedBy: "x", evidence: "y" };
    const auditor = given.context({ actor: aPerson({ roles: ["auditor"] }) });
    await expect(openLegacyDesk(auditor)).rejects.toThrow(NotPermitted);
    expect(() => openLegacyClaim(auditor, wish)).toThrow(NotPermitted);
    const claimId = await request(world, ana);
    const hostmaster = desk.actor as Person;
    const other = (await listOrganizationLines(given.context(), "all")).find(({ handle }) => handle !== ownerId);
    const refusals = await Promise.all([
      openLegacyClaim(desk, wish),
      openLegacyClaim(desk, { ...wish, userId: hostmaster.userId }),
      openLegacyClaim(desk, { ...wish, userId: "NADIE9" }),
      openLegacyClaim(desk, { ...wish, ownerId: other?.handle ?? "" }),
      openLegacyClaim(desk, { ...wish, ownerId: "HN-NADA1-PLEN" }),
      markLegacyEntity(desk, { ownerId, receivedFrom: "ARIN", note: "" }),
      unmarkLegacyEntity(desk, { organizationId: entity.id }),
    ]);
    expect(refusals.map((refusal) => (refusal.ok ? "" : refusal.error.code))).toEqual([
      ...["CLAIM_ALREADY_OPEN", "CLAIM_FOR_ONESELF", "USER_ID_UNKNOWN", "ENTITY_NOT_LEGACY", "OWNER_ID_UNKNOWN"],
      ...["ENTITY_MARKED_ALREADY", "ENTITY_HAS_CLAIM"],
    ]);
    const password = await passwordFor(world, ana, claimId);
    expectOk(await revokeLegacyClaim(desk, { claimId }));
    expect(await attempt(ana, ownerId, password)).toMatchObject({ error: { code: "CLAIM_REFUSED" } });
    expect((await openLegacyDesk(desk)).attempts).toMatchObject([{ reason: "revoked" }]);
    expectOk(await unmarkLegacyEntity(desk, { organizationId: entity.id }));
    expect((await openLegacyDesk(desk)).entities).toEqual([]);
  });
});
