// Who is likely to be a legacy entity; and what a claim's password stands: the last instant, spaces and capitals, two people who both asked.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import type { Person } from "#app/modules/accounts/index.server.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import {
  claimLegacyEntity,
  issueClaimPassword,
  listLikelyLegacy,
  markLegacyEntity,
  openLegacyClaim,
  revokeLegacyClaim,
} from "#app/modules/legacy-claims/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { deliverPost } from "../../factories/post.ts";
import { aPerson } from "../../setup/actors.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const day = 86_400_000;

async function newPerson(given: Given, name: string, roles: readonly Role[] = []): Promise<Person> {
  const email = `${name.toLowerCase()}@people.example`;
  const made = await createAccount(given.context(), { name, email, language: "es", roles: [...roles] });
  return { kind: "person", ...expectOk(made), name, roles };
}

describeOnEachDatabase("legacy resources", (given) => {
  async function aRegister() {
    await deliverPost(given);
    const path = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
    expectOk(await importRegister(given.context(), { path }));
    const desk = given.context({ actor: await newPerson(given, "Hilda", ["staff"]) });
    const lines = await listOrganizationLines(given.context(), "all");
    return { desk, ownerIdOf: (opaqueId: string) => lines.find((each) => each.opaqueId === opaqueId)?.handle ?? "" };
  }

  test("of before 1997 whose holder is not marked are listed, the oldest first, searched and paged", async () => {
    const { desk, ownerIdOf } = await aRegister();
    const look = async (sought = "", page = 1) => {
      const { holders, ...rest } = await listLikelyLegacy(desk, { sought, page });
      return { ids: holders.map(({ ownerId, oldest }) => `${ownerId} ${oldest}`), ...rest };
    };
    expect(await look()).toEqual({ ids: [], count: 0, page: 1, pageCount: 1 });
    for (const [opaqueId, date] of [
      ["101", "1996-12-31"],
      ["102", "1989-04-01"],
      ["103", "1997-01-01"],
    ] as const) {
      const held = { organization: ownerIdOf(opaqueId) };
      const { id } = await given.database.organization.findFirstOrThrow({ where: { handle: held.organization } });
      await given.database.holding.updateMany({ where: { organizationId: id, family: "ipv4" }, data: { date } });
    }
    const [first, second] = [`${ownerIdOf("102")} 1989-04-01`, `${ownerIdOf("101")} 1996-12-31`];
    expect(await look()).toEqual({ ids: [first, second], count: 2, page: 1, pageCount: 1 });
    expect(await look(` ${ownerIdOf("101").toLowerCase()} `, 7)).toMatchObject({ ids: [second], page: 1 });
    const where = { handle: ownerIdOf("102") };
    await given.database.organization.update({ where, data: { name: "Fundación Ñandú" } });
    expect((await look("fundacion nandu")).ids).toEqual([first]);
    expectOk(await markLegacyEntity(desk, { ownerId: ownerIdOf("102"), receivedFrom: "ARIN", note: "" }));
    expect((await look("", Number.NaN)).ids).toEqual([second]);
    const auditor = given.context({ actor: aPerson({ roles: ["auditor"] }) });
    await expect(listLikelyLegacy(auditor, { sought: "", page: 1 })).rejects.toThrow(NotPermitted);
  });

  test("are claimed to the last instant, with spaces and capitals, by the one who was mailed, though another asked too and was revoked", async () => {
    const { desk, ownerIdOf } = await aRegister();
    const ownerId = ownerIdOf("101");
    const [ana, bea] = [await newPerson(given, "Ana"), await newPerson(given, "Bea")];
    expectOk(await markLegacyEntity(desk, { ownerId, receivedFrom: "ARIN", note: "" }));
    const wish = { ownerId, requestedBy: "carta", evidence: "Acta" };
    const passwords = new Map<string, string>();
    const claims = new Map<string, string>();
    for (const person of [ana, bea]) {
      const { claimId } = expectOk(await openLegacyClaim(desk, { ...wish, userId: person.userId }));
      expectOk(await issueClaimPassword(desk, { claimId }));
      const mails = await deliverPost(given);
      expect(mails.map(({ to }) => to)).toEqual([`${person.name.toLowerCase()}@people.example`]);
      passwords.set(person.name, /[0-9a-z]{5}(-[0-9a-z]{5}){3}-[0-9a-z]{6}/.exec(mails[0]?.text ?? "")?.[0] ?? "");
      claims.set(person.name, claimId);
    }
    const attempt = (person: Person, name: string) =>
      claimLegacyEntity(
        { ...given.context(), actor: person },
        {
          ownerId: ownerId.toLowerCase(),
          password: ` ${passwords.get(name)?.toUpperCase().replaceAll("-", " ")} `,
        },
        "192.0.2.7",
      );
    const refused = { ok: false, error: { code: "CLAIM_REFUSED" } };
    expect(await attempt(ana, "Bea")).toEqual(refused);
    expectOk(await revokeLegacyClaim(desk, { claimId: claims.get("Bea") ?? "" }));
    expect(await attempt(bea, "Bea")).toEqual(refused);
    const issued = given.clock.now().getTime();
    given.clock.set(new Date(issued + 14 * day));
    expect(await attempt(ana, "Ana")).toEqual(refused);
    given.clock.set(new Date(issued + 14 * day - 1));
    expectOk(await attempt(ana, "Ana"));
  });
});
