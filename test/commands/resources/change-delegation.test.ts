// Staff give a block to another holder, change what it is, or take it back: the tree, the contacts, the pools, the statistics file, the log.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import {
  createOrganization,
  findOrganizations,
  listOrganizationCards,
} from "#app/modules/organizations/index.server.ts";
import type { OrganizationLine } from "#app/modules/organizations/index.ts";
import {
  changeDelegation,
  editNetwork,
  findAutonomousSystem,
  findDelegation,
  findNetwork,
  importRegister,
  listNetworksInside,
  mayManageNetwork,
  placeNetwork,
  poolsOf,
  previewDelegation,
  statisticsFileOf,
} from "#app/modules/resources/index.server.ts";
import type { ChangeDelegationInput } from "#app/modules/resources/index.server.ts";
import { seenOf } from "#app/modules/resources/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { partsOfDelegation } from "#app/modules/resources/queries/delegation.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { aPerson, aVisitor } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const refusedAs = (code: string) => ({ ok: false, error: { code } });

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

describeOnEachDatabase("what staff decide about a delegation", (given) => {
  const staff = aPerson({ accountId: "account-of-staff", roles: ["staff"] });
  const ana = aPerson({ accountId: "account-of-ana" });
  const block = read("198.18.0.0/22");
  let holders: readonly OrganizationLine[];

  const asStaff = () => given.context({ actor: staff });
  const holder = (opaqueId: string) => {
    const found = holders.find((each) => each.opaqueId === opaqueId);
    if (found === undefined) throw new Error(`no holder ${opaqueId}`);
    return found;
  };
  const theNetwork = async (prefix: Prefix): Promise<Network> => {
    const network = await findNetwork(given.context(), { prefix });
    if (network === undefined) throw new Error(`${formatPrefix(prefix)} is gone`);
    return network;
  };
  const place = async (prefix: string, organizationId: string) =>
    expectOk(
      await inTransaction(given.context(), (within) =>
        placeNetwork(within, {
          ...{ prefix: read(prefix), organizationId, status: "reassigned", name: "", isResidential: false },
          ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-02" },
        }),
      ),
    );
  const told = async () =>
    (await given.database.outgoingMail.findMany()).map(({ template, toAddress }) => [template, toAddress]).sort();
  const file = async () => expectOk(await statisticsFileOf(given.context(), "plenic", "2026-03-02"));
  const asked = async (wish: Partial<ChangeDelegationInput>): Promise<ChangeDelegationInput> => {
    const numbers = wish.numbers ?? { prefix: block };
    const now = await findDelegation(given.context(), numbers);
    const seen = now === undefined ? "" : seenOf(now, (await partsOfDelegation(given.context(), now)).below);
    return { numbers, holder: "", status: "allocated", reason: "Transfer 2026-17 of policy 2.3.2.18", seen, ...wish };
  };

  beforeEach(async () => {
    await registerMailRoom(given.context(), { folder: given.settings.folder });
    expectOk(await importRegister(given.context(), { path: dayOne }));
    holders = (await findOrganizations(given.context(), { query: "" })).organizations;
  });

  test("another holder gets the block with what the old one kept in it; customers stay, and old contacts manage nothing of it", async () => {
    const [before, after] = [holder("101"), holder("102")];
    const own = await place("198.18.0.0/24", before.id);
    const customer = await place("198.18.1.0/24", holder("103").id);
    const ofCustomer = await place("198.18.1.0/28", before.id);
    const { id, version } = await theNetwork(block);
    const details = { networkId: id, version, name: "NORTH", originAsn: 64496, geofeedUrl: "https://a.example/g.csv" };
    expectOk(await editNetwork(asStaff(), details));
    const [card] = await listOrganizationCards(given.context(), [before.id]);
    const former = aPerson({ accountId: card?.administrativeContactId ?? "" });
    expect(await mayManageNetwork(given.context({ actor: former }), await theNetwork(block))).toBe(true);
    const pools = await poolsOf(given.context());
    const input = await asked({ holder: after.handle.toLowerCase() });
    const preview = expectOk(await previewDelegation(asStaff(), input));
    expect((await theNetwork(block)).organizationId).toBe(before.id);
    expect(await told()).toEqual([]);
    const done = expectOk(await changeDelegation(asStaff(), input));
    expect(done).toEqual(preview);
    const people = await listOrganizationCards(given.context(), [before.id, after.id]);
    const accounts = people.map(({ administrativeContactId }) => ({ id: administrativeContactId ?? "" }));
    const addresses = await given.database.account.findMany({ where: { OR: accounts } });
    expect(addresses).toHaveLength(2);
    expect(await told()).toEqual(addresses.map(({ email }) => ["resources/holder-changed", email]).sort());
    expect(done).toMatchObject({
      resources: ["198.18.0.0/22"],
      before: { holder: { opaqueId: "101" }, country: "HN" },
      after: { holder: { handle: after.handle, opaqueId: "102" }, status: "allocated", country: "BR" },
      ...{ moved: ["198.18.0.0/24"], kept: ["198.18.1.0/24", "198.18.1.0/28"], ended: [] },
    });
    const moved = await theNetwork(block);
    expect(moved).toMatchObject({ id, organizationId: after.id, technicalContactId: null, originAsn: null });
    expect(moved).toMatchObject({ geofeedUrl: null, name: "NORTH", version: version + 2 });
    expect(await theNetwork(own.prefix)).toMatchObject({ organizationId: after.id, parentId: id });
    expect(await theNetwork(customer.prefix)).toMatchObject({ organizationId: holder("103").id, parentId: id });
    expect(await theNetwork(ofCustomer.prefix)).toMatchObject({ organizationId: before.id, parentId: customer.id });
    expect(await mayManageNetwork(given.context({ actor: former }), moved)).toBe(false);
    expect(await poolsOf(given.context())).toEqual(pools);
    expect((await file()).text).toContain("plenic|BR|ipv4|198.18.0.0|1024|20150601|allocated|102\n");
    const [entry] = await listAuditEntries(given.context(), { action: "resources:delegation-changed" });
    expect(entry).toMatchObject({
      ...{ subjectType: "network", subjectId: "198.18.0.0/22", details: { reason: input.reason } },
      changes: [{ field: "organizationId", before: before.id, after: after.id }],
    });
    const history = await given.database.registrationVersion.findMany({ where: { resource: "198.18.0.0/22" } });
    expect(history.map((each) => each.state)).toMatchObject([{}, { organizationId: before.id, originAsn: 64496 }]);
  });

  test("who was never in the file gets the next number of the registry; AS numbers go the same way", async () => {
    const fresh = expectOk(await createOrganization(asStaff(), { name: "Red Nueva", country: "UY" }));
    const input = await asked({ numbers: { asn: 64500 }, holder: fresh.handle, status: "assigned" });
    const done = expectOk(await changeDelegation(asStaff(), input));
    expect(done).toMatchObject({ resources: ["AS64499", "AS64500"], after: { holder: { opaqueId: "106" } } });
    for (const asn of [64499, 64500])
      expect(await findAutonomousSystem(given.context(), asn)).toMatchObject({
        ...{ organizationId: fresh.organizationId, status: "assigned", routingContactId: null, version: 2 },
      });
    expect((await file()).text).toContain("plenic|UY|asn|64499|2|20200229|assigned|106\n");
  });

  test("what is taken back ends with all that was given on of it, is reserved, and the pools still add up", async () => {
    await place("198.18.1.0/24", holder("103").id);
    const inside = await place("198.18.1.0/28", holder("103").id);
    const named = { name: "Técnica de una clienta", email: "technician@customer.example", language: "es" } as const;
    const technician = expectOk(await createAccount(given.context(), named)).accountId;
    await given.database.network.update({ where: { id: inside.id }, data: { technicalContactId: technician } });
    const customers = await listOrganizationCards(given.context(), [holder("101").id, holder("103").id]);
    const before = await poolsOf(given.context());
    const toldBefore = (await told()).length;
    expectOk(await changeDelegation(asStaff(), await asked({ status: "reserved" })));
    const concerned = [technician, ...customers.map(({ administrativeContactId }) => administrativeContactId ?? "")];
    const accounts = await given.database.account.findMany({ where: { id: { in: concerned } } });
    expect(accounts).toHaveLength(3);
    expect(await told()).toEqual(
      expect.arrayContaining(accounts.map(({ email }) => ["resources/holder-changed", email])),
    );
    expect(await told()).toHaveLength(toldBefore + 3);
    expectOk(await changeDelegation(asStaff(), await asked({ numbers: { asn: 64496 }, status: "reserved" })));
    expect(await findNetwork(given.context(), { prefix: block })).toBeUndefined();
    expect(await listNetworksInside(given.context(), block)).toEqual([]);
    expect(await findAutonomousSystem(given.context(), 64496)).toBeUndefined();
    const { ipv4, asn } = await poolsOf(given.context());
    expect(ipv4).toEqual({ ...before.ipv4, allocated: before.ipv4.allocated - 1024n, reserved: 1024n });
    expect(asn.reserved).toBe(1n);
    const { text } = await file();
    expect(text).toContain("plenic||ipv4|198.18.0.0|1024||reserved|\n");
    const path = join(given.settings.folder, "written.txt");
    writeFileSync(path, text);
    const again = expectOk(await importRegister(given.context(), { path }));
    expect(again).toMatchObject({ added: 0, changed: 0, removed: 0, undelegated: 4 });
    const ended = await given.database.registrationVersion.findMany({ where: { isLast: true } });
    expect(ended).toHaveLength(4);
  });

  test("a file that contradicts a decision is refused, whole, unless it is to overrule; one that says the same is read, and settles it", async () => {
    expectOk(await changeDelegation(asStaff(), await asked({ holder: holder("102").handle })));
    const context = given.context();
    const refusal = await importRegister(context, { path: dayOne });
    expect(refusal).toMatchObject({ error: { code: "DECIDED_HERE", details: { resource: "198.18.0.0/22" } } });
    expect((await theNetwork(block)).organizationId).toBe(holder("102").id);
    const path = join(given.settings.folder, "written.txt");
    writeFileSync(path, (await file()).text);
    expectOk(await importRegister(context, { path }));
    expect((await theNetwork(block)).organizationId).toBe(holder("102").id);
    expect((await file()).isAsRead).toBe(true);
    expectOk(await importRegister(context, { path: dayOne }));
    expect((await theNetwork(block)).organizationId).toBe(holder("101").id);
    expectOk(await changeDelegation(asStaff(), await asked({ status: "reserved" })));
    expect(await importRegister(context, { path: dayOne })).toMatchObject(refusedAs("DECIDED_HERE"));
    expectOk(await importRegister(context, { path: dayOne, overrulesDecisions: true }));
    expect(await theNetwork(block)).toMatchObject({ organizationId: holder("101").id, version: 1 });
    expect((await file()).isAsRead).toBe(true);
  });

  test("only staff may; what changes nothing, what is unknown, what was given on and is to be for own use, and what changed meanwhile is refused", async () => {
    const input = await asked({ status: "assigned" });
    for (const actor of [aVisitor, ana, aPerson({ roles: ["auditor"] })])
      for (const act of [changeDelegation, previewDelegation])
        await expect((async () => act(given.context({ actor }), input))()).rejects.toThrow(NotPermitted);
    const refusal = async (wish: Partial<ChangeDelegationInput>) =>
      changeDelegation(asStaff(), await asked({ ...wish }));
    expect(await refusal({ status: "allocated" })).toMatchObject(refusedAs("DELEGATION_UNCHANGED"));
    expect(await refusal({ holder: "UY-NADIE-PLEN" })).toMatchObject(refusedAs("HOLDER_UNKNOWN"));
    const other = { holder: holder("102").handle, status: "reserved" } as const;
    expect(await refusal(other)).toMatchObject(refusedAs("HOLDER_OF_NOTHING"));
    expect(await refusal({ seen: "somebody allocated" })).toMatchObject(refusedAs("DELEGATION_CHANGED"));
    const seenEmpty = await asked({ status: "reserved" });
    await place("198.18.2.0/24", holder("102").id);
    expect(await changeDelegation(asStaff(), seenEmpty)).toMatchObject(refusedAs("DELEGATION_CHANGED"));
    expect(await refusal({ numbers: { prefix: read("198.18.8.0/24") } })).toMatchObject(
      refusedAs("DELEGATION_CHANGED"),
    );
    await given.database.organization.update({ where: { id: holder("103").id }, data: { registry: "elsewhere" } });
    expect(await refusal({ holder: holder("103").handle })).toMatchObject(refusedAs("HOLDER_OF_ANOTHER_REGISTRY"));
    await place("198.18.1.0/24", holder("103").id);
    expect(await refusal({ status: "assigned" })).toMatchObject(refusedAs("GIVEN_ON_ALREADY"));
    expect(await listAuditEntries(given.context(), { action: "resources:delegation-changed" })).toEqual([]);
  });
});
