// Organisations and their contacts: handles, search, who may change what, and what is remembered of it.
import { generateIdentity, identityToRecipient } from "age-encryption";
import { beforeEach, describe, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { changeEmail } from "#app/modules/accounts/commands/change-profile.server.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  createOrganization,
  editOrganization,
  findOrganizationByHandle,
  findOrganizations,
  readAllOrganizations,
  getOrganization,
  listContactsOf,
  listOrganizationsOfContact,
  setContact,
} from "#app/modules/organizations/index.server.ts";
import type { ContactRole } from "#app/modules/organizations/index.ts";
import { whenEmailChanged } from "#app/reactions.server.ts";
import { writeNamedSetting } from "#app/platform/named-settings.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson, aVisitor } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("organizations", (given) => {
  const staff = aPerson({ accountId: "desk", userId: "DES1", name: "Desk", roles: ["staff"] });

  async function anOrganization(name = "Universidad Nacional Autónoma", country = "HN") {
    return expectOk(await createOrganization(given.context(), { name, country }));
  }

  async function aContact(name: string, email = `${name.toLowerCase().replaceAll(" ", ".")}@red.example`) {
    return expectOk(await createAccount(given.context(), { name, email, language: "es" }));
  }

  describe("handles", () => {
    test("are made from the name, and two of the same name get different ones", async () => {
      expect((await anOrganization("Cable Onda", "PA")).handle).toBe("PA-CAON-PLEN");
      expect((await anOrganization("Cable Onda", "PA")).handle).toBe("PA-CAON1-PLEN");
      expect((await anOrganization("Cable Onda", "CR")).handle).toBe("CR-CAON-PLEN");
    });

    test("are unique even when ten people create the same organisation at once", async () => {
      const created = await Promise.all(Array.from({ length: 10 }, () => anOrganization("Cable Onda", "PA")));
      expect(new Set(created.map(({ handle }) => handle)).size).toBe(10);
    });

    test("end in the suffix of this installation", async () => {
      await writeNamedSetting(given.context(), "organizations.handleSuffix", "EJEMPLO");
      expect((await anOrganization("Cable Onda", "PA")).handle).toBe("PA-CAON-EJEMPLO");
    });

    test("stay when the name changes", async () => {
      const { organizationId, handle } = await anOrganization("Cable Onda", "PA");
      expectOk(await editOrganization(given.context(), { organizationId, name: "Onda Nueva", country: "PA" }));
      expect(await findOrganizationByHandle(given.context(), handle.toLowerCase())).toMatchObject({
        name: "Onda Nueva",
        handle,
      });
    });
  });

  test("who may not create an organisation is refused", async () => {
    const input = { name: "Red", country: "HN" };
    await expect(createOrganization(given.context({ actor: aPerson() }), input)).rejects.toThrow(NotPermitted);
    await expect(createOrganization(given.context({ actor: aVisitor }), input)).rejects.toThrow(NotPermitted);
    await expect(
      createOrganization(given.context({ actor: aPerson({ roles: ["commission"] }) }), input),
    ).rejects.toThrow(NotPermitted);
  });

  test("fields that cannot be are not written", async () => {
    const context = given.context();
    await expect(createOrganization(context, { name: " ", country: "HN" })).rejects.toThrow("nameMissing");
    await expect(createOrganization(context, { name: "Red", country: "Honduras" })).rejects.toThrow("countryMalformed");
    await expect(createOrganization(context, { name: "Red", country: "HN", phone: "call me" })).rejects.toThrow(
      "phoneMalformed",
    );
  });

  test("every changed field stands in the history with before and after", async () => {
    const { organizationId } = await anOrganization();
    const context = given.context({ actor: staff });
    const outcome = await editOrganization(context, {
      organizationId,
      name: "Universidad del Norte",
      country: "HN",
      city: "Tegucigalpa",
    });
    expect(expectOk(outcome).changedFields).toEqual(["name", "city"]);
    const [entry] = await listAuditEntries(context, { subjectType: "organization", subjectId: organizationId });
    expect(entry).toMatchObject({
      action: "organizations:edited",
      actorName: "Desk (DES1)",
      changes: [
        { field: "name", before: "Universidad Nacional Autónoma", after: "Universidad del Norte" },
        { field: "city", before: "", after: "Tegucigalpa" },
      ],
    });
  });

  test("saving what is there already writes nothing", async () => {
    const { organizationId } = await anOrganization();
    const before = await given.context().database.auditEntry.count();
    const same = { organizationId, name: "Universidad Nacional Autónoma", country: "HN" };
    expect(expectOk(await editOrganization(given.context(), same)).changedFields).toEqual([]);
    expect(await given.context().database.auditEntry.count()).toBe(before);
  });

  test("an unknown organisation cannot be edited", async () => {
    const outcome = await editOrganization(given.context(), { organizationId: "nobody", name: "Red", country: "HN" });
    expect(outcome).toEqual({ ok: false, error: { code: "ORGANIZATION_UNKNOWN" } });
  });

  describe("search", () => {
    beforeEach(async () => {
      await anOrganization("Universidad Católica São José", "BR");
      await anOrganization("Red Andina", "BO");
      const { organizationId } = await anOrganization("Cable Onda", "PA");
      const { accountId } = await aContact("Marta Ruiz");
      expectOk(await setContact(given.context(), { organizationId, role: "billing", accountId }));
    });

    const searches: readonly [string, string[]][] = [
      ["UNIVERSIDAD CATOLICA", ["Universidad Católica São José"]],
      ["jose sao", ["Universidad Católica São José"]],
      ["BO-REAN", ["Red Andina"]],
      ["andina bo", ["Red Andina"]],
      ["marta", ["Cable Onda"]],
      ["MARTA.RUIZ@RED.EXAMPLE", ["Cable Onda"]],
      ["MRU", ["Cable Onda"]],
      ["100%", []],
      ["", ["Cable Onda", "Red Andina", "Universidad Católica São José"]],
    ];
    test.each(searches)("“%s” finds %j", async (query, names) => {
      const { organizations, total } = await findOrganizations(given.context(), { query });
      expect(organizations.map((each) => each.name)).toEqual(names);
      expect(total).toBe(names.length);
    });

    test("goes page by page, and a page beyond the last is the last", async () => {
      const search = { pageSize: 2 };
      expect(await findOrganizations(given.context(), { ...search, page: 2 })).toMatchObject({
        organizations: [{ name: "Universidad Católica São José" }],
        total: 3,
        page: 2,
        pages: 2,
      });
      expect(await findOrganizations(given.context(), { ...search, page: 9 })).toMatchObject({ page: 2 });
    });

    test("an export sees everything once", async () => {
      const handles: string[] = [];
      for await (const part of readAllOrganizations(given.context(), ""))
        handles.push(...part.map((each) => each.handle));
      expect(handles).toEqual(["BO-REAN-PLEN", "BR-UCSJ-PLEN", "PA-CAON-PLEN"].sort());
    });
  });

  describe("contacts", () => {
    beforeEach(async () => {
      const recipient = await identityToRecipient(await generateIdentity());
      await writeNamedSetting(given.context(), "mail-room-recipient", recipient);
    });

    const roles: readonly ContactRole[] = ["administrative", "billing", "membership"];

    async function staffed(isToldAlready = true) {
      const { organizationId, handle } = await anOrganization();
      const people = {
        administrative: await aContact("Ana Paz"),
        billing: await aContact("Berta Sol"),
        membership: await aContact("Carla Luz"),
      };
      for (const role of roles) {
        expectOk(await setContact(given.context(), { organizationId, role, accountId: people[role].accountId }));
      }
      if (isToldAlready) await given.context().database.outgoingMail.deleteMany();
      return { organizationId, handle, people };
    }

    test("are listed by role, and organisations by contact", async () => {
      const { organizationId, people } = await staffed();
      const contacts = await listContactsOf(given.context(), [organizationId]);
      expect(contacts.map(({ role, name, language }) => [role, name, language])).toEqual([
        ["administrative", "Ana Paz", "es"],
        ["billing", "Berta Sol", "es"],
        ["membership", "Carla Luz", "es"],
      ]);
      const { accountId } = people.membership;
      expectOk(await setContact(given.context(), { organizationId, role: "billing", accountId }));
      expect(await listOrganizationsOfContact(given.context(), accountId)).toMatchObject([
        { organization: { id: organizationId }, roles: expect.arrayContaining(["billing", "membership"]) },
      ]);
      expect(await listOrganizationsOfContact(given.context(), accountId, "administrative")).toEqual([]);
    });

    test("the administrative contact may change all of them, the others none", async () => {
      const { organizationId, people } = await staffed();
      const { accountId } = await aContact("Diego Mar");
      const change = { organizationId, role: "billing" as const, accountId };
      for (const role of ["billing", "membership"] as const) {
        const actor = aPerson({ accountId: people[role].accountId });
        await expect(setContact(given.context({ actor }), change)).rejects.toThrow(NotPermitted);
        await expect(
          editOrganization(given.context({ actor }), { organizationId, name: "Mía", country: "HN" }),
        ).rejects.toThrow(NotPermitted);
      }
      const owner = aPerson({ accountId: people.administrative.accountId });
      expectOk(await setContact(given.context({ actor: owner }), change));
      const other = await anOrganization("Otra Red", "HN");
      const foreign = { ...change, organizationId: other.organizationId };
      await expect(setContact(given.context({ actor: owner }), foreign)).rejects.toThrow(NotPermitted);
    });

    test("a change of the membership contact is told to the others, not to whoever made it", async () => {
      const { organizationId, people } = await staffed();
      const { accountId } = await aContact("Diego Mar");
      const owner = aPerson({ accountId: people.administrative.accountId, name: "Ana Paz" });
      expectOk(await setContact(given.context({ actor: owner }), { organizationId, role: "membership", accountId }));
      const mails = await given.context().database.outgoingMail.findMany({ orderBy: { toAddress: "asc" } });
      expect(mails.map((mail) => [mail.template, mail.toAddress])).toEqual([
        ["organizations/contact-changed", "berta.sol@red.example"],
        ["organizations/contact-changed", "carla.luz@red.example"],
        ["organizations/contact-changed", "diego.mar@red.example"],
      ]);
    });

    test("another administrative contact is told to everybody too, the one before first of all: she names who votes", async () => {
      const { organizationId, people } = await staffed();
      const { accountId } = await aContact("Diego Mar");
      const thief = aPerson({ accountId: people.administrative.accountId, name: "Ana Paz" });
      expectOk(
        await setContact(given.context({ actor: thief }), { organizationId, role: "administrative", accountId }),
      );
      const byStaff = { organizationId, role: "administrative", accountId: people.billing.accountId } as const;
      expectOk(await setContact(given.context(), byStaff));
      const mails = await given.context().database.outgoingMail.findMany({ orderBy: { createdAt: "asc" } });
      const told = mails.map(({ template, toAddress }) => `${template} ${toAddress.replace(/@.*/, "")}`);
      expect(told.slice(0, 3).sort()).toEqual([
        "organizations/contact-changed berta.sol",
        "organizations/contact-changed carla.luz",
        "organizations/contact-changed diego.mar",
      ]);
      expect(told.slice(3).sort()).toEqual([
        "organizations/contact-changed berta.sol",
        "organizations/contact-changed carla.luz",
        "organizations/contact-changed diego.mar",
      ]);
      const again = await setContact(given.context(), byStaff);
      expect(again).toMatchObject({ error: { code: "CONTACT_UNCHANGED" } });
      await expect(setContact(given.context({ actor: thief }), byStaff)).rejects.toThrow(NotPermitted);
    });

    test("the first membership contact is told to those who are there already, and so is another address of hers; the old address is told too", async () => {
      const { people } = await staffed(false);
      const told = async () =>
        (await given.context().database.outgoingMail.findMany({ orderBy: { toAddress: "asc" } })).map((mail) => [
          mail.template,
          mail.toAddress,
        ]);
      expect(await told()).toEqual([
        ["organizations/contact-changed", "ana.paz@red.example"],
        ["organizations/contact-changed", "berta.sol@red.example"],
      ]);
      await given.context().database.outgoingMail.deleteMany();
      const actor = aPerson({ accountId: people.membership.accountId });
      expectOk(await changeEmail({ ...given.context(), actor }, "carla@otra.example", whenEmailChanged));
      expect(await told()).toEqual([
        ["organizations/contact-address-changed", "ana.paz@red.example"],
        ["organizations/contact-address-changed", "berta.sol@red.example"],
        ["accounts/email-changed", "carla.luz@red.example"],
        ["accounts/email-changed", "carla@otra.example"],
      ]);
      await given.context().database.outgoingMail.deleteMany();
      const billing = aPerson({ accountId: people.billing.accountId });
      expectOk(await changeEmail({ ...given.context(), actor: billing }, "berta@otra.example", whenEmailChanged));
      expect((await told()).map(([template]) => template)).toEqual([
        "accounts/email-changed",
        "accounts/email-changed",
      ]);
    });

    test("a change of the billing contact is told to nobody", async () => {
      const { organizationId } = await staffed();
      const { accountId } = await aContact("Diego Mar");
      expectOk(await setContact(given.context(), { organizationId, role: "billing", accountId }));
      expect(await given.context().database.outgoingMail.count()).toBe(0);
    });

    test("the history names who was and who is", async () => {
      const { organizationId, people } = await staffed();
      const { accountId, userId } = await aContact("Diego Mar");
      expectOk(await setContact(given.context({ actor: staff }), { organizationId, role: "membership", accountId }));
      const [entry] = await listAuditEntries(given.context(), {
        subjectType: "organization",
        subjectId: organizationId,
      });
      expect(entry?.changes).toEqual([
        {
          field: "contact.membership",
          before: `Carla Luz (${people.membership.userId})`,
          after: `Diego Mar (${userId})`,
        },
      ]);
    });

    test("nobody unknown, inactive or already named is set", async () => {
      const { organizationId, people } = await staffed();
      const context = given.context();
      const set = (accountId: string, to = organizationId) =>
        setContact(context, { organizationId: to, role: "membership", accountId });
      expect(await set("nobody")).toMatchObject({ ok: false, error: { code: "CONTACT_UNKNOWN" } });
      expect(await set(people.membership.accountId)).toMatchObject({ ok: false, error: { code: "CONTACT_UNCHANGED" } });
      expect(await set(people.membership.accountId, "nowhere")).toMatchObject({
        ok: false,
        error: { code: "ORGANIZATION_UNKNOWN" },
      });
      await context.database.account.update({ where: { id: people.billing.accountId }, data: { isActive: false } });
      expect(await set(people.billing.accountId)).toMatchObject({ ok: false, error: { code: "CONTACT_INACTIVE" } });
    });
  });

  test("getOrganization throws for an organisation that is not there", async () => {
    await expect(getOrganization(given.context(), "nobody")).rejects.toThrow();
  });
});
