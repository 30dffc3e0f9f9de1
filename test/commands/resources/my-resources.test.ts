// A technical contact and her networks: what she finds, what she may change, who is told, and what stays in the history.
import { beforeEach, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { findOrganizations, setContact } from "#app/modules/organizations/index.server.ts";
import {
  editNetwork,
  findAutonomousSystem,
  findNetwork,
  findResourceLines,
  importRegister,
  maySeeNetwork,
  networkOverview,
  placeNetwork,
  setResourceContact,
  systemOverview,
  whoManagesInstead,
} from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson, aVisitor } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const fixture = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

/** What an outcome refused with this code looks like. */
const refusedAs = (code: string) => ({ ok: false, error: { code } });

describeOnEachDatabase("a technical contact and her resources", (given) => {
  let block: Network;
  let ana: ReturnType<typeof aPerson>;
  let berta: ReturnType<typeof aPerson>;
  let carla: ReturnType<typeof aPerson>;

  async function somebody(name: string) {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@red.example`;
    const { accountId, userId } = expectOk(await createAccount(given.context(), { name, email, language: "en" }));
    return aPerson({ accountId, userId, name });
  }

  async function theBlock(): Promise<Network> {
    const found = await findNetwork(given.context(), { prefix: read("198.18.0.0/22") });
    if (found === undefined) throw new Error("the block is not in the register");
    return found;
  }

  /** Ana is the technical contact of a block and its AS number; Berta the holder's administrative contact; Carla nobody. */
  beforeEach(async () => {
    expectOk(await importRegister(given.context(), { path: fixture }));
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    ana = await somebody("Ana Paz");
    berta = await somebody("Berta Sol");
    carla = await somebody("Carla Luz");
    const { id, organizationId } = await theBlock();
    expectOk(await setContact(given.context(), { organizationId, role: "administrative", accountId: berta.accountId }));
    for (const resource of [{ networkId: id }, { asn: 64496 }])
      expectOk(await setResourceContact(given.context(), { resource, role: "technical", accountId: ana.accountId }));
    await given.context().database.outgoingMail.deleteMany();
    block = await theBlock();
  });

  async function place(prefix: string, organizationId = block.organizationId): Promise<Network> {
    const outcome = await inTransaction(given.context(), (within) =>
      placeNetwork(within, {
        ...{ prefix: read(prefix), organizationId, status: "reassigned", name: "", isResidential: false },
        ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-02" },
      }),
    );
    return expectOk(outcome);
  }

  async function found(actor: ReturnType<typeof aPerson>, query: string) {
    const scope = { accountId: actor.accountId };
    const lines = await findResourceLines(given.context({ actor }), { scope, query, page: 1, systemPage: 1 });
    return [...lines.networks.found.map(({ prefix }) => prefix), ...lines.systems.found.map(({ asn }) => `AS${asn}`)];
  }

  test("her home shows what she is the technical contact of, and the holder's administrative contact all of it", async () => {
    expect(await found(ana, "")).toEqual(["198.18.0.0/22", "AS64496"]);
    expect(await found(berta, "")).toEqual(["198.18.0.0/22", "2001:db8::/36", "AS64496"]);
    expect(await found(carla, "")).toEqual([]);
  });

  test("she searches by address, block, AS number, holder and name, and never finds what is another's", async () => {
    await place("198.18.2.0/24");
    expectOk(
      await editNetwork(given.context({ actor: ana }), {
        ...{ networkId: block.id, version: block.version, name: "NORTH-RING", originAsn: 64496, geofeedUrl: null },
      }),
    );
    const { organizations } = await findOrganizations(given.context(), { query: "" });
    const holder = organizations.find(({ id }) => id === block.organizationId);
    expect(await found(ana, "198.18.1.7")).toEqual(["198.18.0.0/22"]);
    expect(await found(berta, "198.18.2.7")).toEqual(["198.18.0.0/22", "198.18.2.0/24"]);
    expect(await found(berta, "198.18.0.0/21")).toEqual(["198.18.0.0/22", "198.18.2.0/24"]);
    expect(await found(ana, "as64496")).toEqual(["198.18.0.0/22", "AS64496"]);
    expect(await found(ana, holder?.handle.toLowerCase() ?? "")).toEqual(["198.18.0.0/22", "AS64496"]);
    expect(await found(ana, holder?.name ?? "")).toEqual(["198.18.0.0/22", "AS64496"]);
    expect(await found(ana, "north-r")).toEqual(["198.18.0.0/22"]);
    expect(await found(berta, ana.userId)).toEqual(["198.18.0.0/22", "AS64496"]);
    expect(await found(ana, "198.18.4.1")).toEqual([]);
    expect(await found(ana, "AS64497")).toEqual([]);
  });

  test("who sees nothing is told who manages her organisation's resources, by name and user ID", async () => {
    const { organizationId } = block;
    expectOk(await setContact(given.context(), { organizationId, role: "billing", accountId: carla.accountId }));
    const [told, ...others] = await whoManagesInstead(given.context({ actor: carla }), carla.accountId);
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      ...{ networks: 2, systems: 1 },
      administrativeContact: { userId: berta.userId, name: "Berta Sol" },
    });
    expect(told?.technicalContacts).toContainEqual({ userId: ana.userId, name: "Ana Paz" });
    expect(await maySeeNetwork(given.context({ actor: carla }), block)).toBe(true);
  });

  test("a block's page counts its use to the address, and shows what is taken and what is free", async () => {
    await place("198.18.0.0/23");
    await place("198.18.2.0/24");
    const { use } = await networkOverview(given.context({ actor: ana }), block, 1);
    expect(use?.utilisation).toEqual({ size: 1024n, taken: 768n, isReached: false, missing: 52n });
    expect(use?.together).toEqual({ size: 1024n, taken: 768n, isReached: false, missing: 52n, blocks: 1 });
    expect(use?.parts.map(({ prefix, network }) => [prefix, network !== null])).toEqual([
      ["198.18.0.0/23", true],
      ["198.18.2.0/24", true],
      ["198.18.3.0/24", false],
    ]);
    await place("198.18.3.0/26");
    const later = await networkOverview(given.context({ actor: ana }), block, 1);
    expect(later.use?.utilisation).toEqual({ size: 1024n, taken: 832n, isReached: true, missing: 0n });
  });

  test("technical and administrative contact change a network; everybody else is refused, in the act itself", async () => {
    const details = { networkId: block.id, version: block.version, name: "", originAsn: 64496, geofeedUrl: null };
    for (const actor of [carla, aVisitor, aPerson({ roles: ["auditor"] })]) {
      await expect(editNetwork(given.context({ actor }), details)).rejects.toThrow(NotPermitted);
      for (const resource of [{ networkId: block.id }, { asn: 64496 }])
        await expect(
          setResourceContact(given.context({ actor }), { resource, role: "abuse", accountId: carla.accountId }),
        ).rejects.toThrow(NotPermitted);
    }
    expect(expectOk(await editNetwork(given.context({ actor: berta }), details)).originAsn).toBe(64496);
    expect(await editNetwork(given.context({ actor: ana }), details)).toMatchObject(refusedAs("NETWORK_CHANGED"));
    const staff = aPerson({ accountId: "account-of-staff", roles: ["staff"] });
    const again = { ...details, version: block.version + 1, originAsn: null };
    expect(expectOk(await editNetwork(given.context({ actor: staff }), again)).originAsn).toBeNull();
  });

  test("another technical contact takes over at once; who was it, who is it and the holder are told, and who did it is not", async () => {
    const actor = ana;
    const resource = { networkId: block.id };
    expectOk(
      await setResourceContact(given.context({ actor }), { resource, role: "technical", accountId: carla.accountId }),
    );
    expect(await found(ana, "")).toEqual(["AS64496"]);
    expect(await found(carla, "")).toEqual(["198.18.0.0/22"]);
    await expect(
      setResourceContact(given.context({ actor }), { resource, role: "technical", accountId: ana.accountId }),
    ).rejects.toThrow(NotPermitted);
    const told = await given.context().database.outgoingMail.findMany({ orderBy: { toAddress: "asc" } });
    expect(told.map(({ template, toAddress }) => [template, toAddress])).toEqual([
      ["resources/contact-changed", "berta.sol@red.example"],
      ["resources/contact-changed", "carla.luz@red.example"],
    ]);
    await given.context().database.outgoingMail.deleteMany();
    expectOk(
      await setResourceContact(given.context({ actor: berta }), { resource, role: "technical", accountId: null }),
    );
    const toldAgain = await given.context().database.outgoingMail.findMany();
    expect(toldAgain.map(({ toAddress }) => toAddress)).toEqual(["carla.luz@red.example"]);
    expect(
      await setResourceContact(given.context({ actor: berta }), { resource, role: "technical", accountId: null }),
    ).toMatchObject(refusedAs("CONTACT_UNCHANGED"));
    expect(
      await setResourceContact(given.context({ actor: berta }), { resource, role: "abuse", accountId: "nobody" }),
    ).toMatchObject(refusedAs("CONTACT_UNKNOWN"));
  });

  test("who was the administrative contact manages nothing any more, where nobody named her for a network", async () => {
    const { organizationId } = block;
    const resource = { networkId: block.id };
    expectOk(
      await setResourceContact(given.context({ actor: berta }), { resource, role: "technical", accountId: null }),
    );
    const others = await given.context().database.network.findMany({ where: { technicalContactId: { not: null } } });
    expect(others).toEqual([]);
    expect((await found(berta, "")).length).toBeGreaterThan(1);
    const administrative = { organizationId, role: "administrative", accountId: carla.accountId } as const;
    expectOk(await setContact(given.context({ actor: berta }), administrative));
    expect(await found(berta, "")).toEqual([]);
    expect(await found(carla, "")).toContain("198.18.0.0/22");
    await expect(
      setResourceContact(given.context({ actor: berta }), { resource, role: "technical", accountId: berta.accountId }),
    ).rejects.toThrow(NotPermitted);
  });

  test("every field has its history: who, when, before and after; of an AS number too", async () => {
    const context = given.context({ actor: ana, now: "2026-03-03T10:00:00.000Z" });
    expectOk(
      await editNetwork(context, {
        ...{ networkId: block.id, version: block.version, name: "NORTH", originAsn: 64496 },
        geofeedUrl: "https://red.example/geofeed.csv",
      }),
    );
    expectOk(
      await setResourceContact(context, { resource: { asn: 64496 }, role: "technical", accountId: carla.accountId }),
    );
    const { history } = await networkOverview(context, await theBlock(), 1);
    expect(history.events[0]).toEqual({
      ...{ at: new Date("2026-03-03T10:00:00.000Z"), by: "Ana Paz", kind: "changed" },
      changes: [
        { field: "name", before: "", after: "NORTH" },
        { field: "originAsn", before: null, after: 64496 },
        { field: "geofeedUrl", before: null, after: "https://red.example/geofeed.csv" },
      ],
    });
    const [logged] = await listAuditEntries(given.context(), { subjectType: "network", limit: 1 });
    expect(logged?.changes).toContainEqual({
      ...{ field: "geofeedUrl", before: null, after: "https://red.example/geofeed.csv" },
    });
    expect(history.events.at(-1)).toMatchObject({ kind: "registered", by: null });
    const system = await findAutonomousSystem(context, 64496);
    if (system === undefined) throw new Error("the AS number is gone");
    const ofSystem = (await systemOverview(given.context(), system)).history;
    expect(ofSystem.events[0]).toMatchObject({
      by: "Ana Paz",
      changes: [{ field: "routingContactId", before: ana.accountId, after: carla.accountId }],
    });
    expect(ofSystem.names[carla.accountId]).toBe(`Carla Luz (${carla.userId})`);
    const [entry] = await listAuditEntries(given.context(), { subjectType: "autonomous-system", limit: 1 });
    expect(entry).toMatchObject({
      ...{ action: "resources:autonomous-system-changed", subjectId: "AS64496" },
      changes: [{ field: "routingContactId", before: ana.accountId, after: carla.accountId }],
    });
  });
});
