// Delegations of reverse zones against real authoritative servers on loopback: what is accepted, what is published, what a lame server leads to.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { changeNetwork, findNetwork, importRegister } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import {
  checkDelegation,
  delegateZones,
  isReverseDelegated,
  listDelegationsInside,
  publishZones,
  watchDelegations,
  withdrawZones,
} from "#app/modules/reverse-dns/index.server.ts";
import { listMyBlocks } from "#app/modules/reverse-dns/queries/my-blocks.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import type { Given, TestContext } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import type { ServedZone } from "#test/setup/name-server.ts";
import { freePortOn, NameServer } from "#test/setup/name-server.ts";
import { describeWith } from "#test/setup/requirements.ts";
import { checkZones, serialsIn } from "#test/setup/zone-checkers.ts";

const register = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

const reverse = (third: number): ServedZone => ({ name: `${third}.18.198.in-addr.arpa` });
const signed = "113.0.203.in-addr.arpa";
const sixth = "0.8.b.d.0.1.0.0.2.ip6.arpa";
const hosts: ServedZone = {
  name: "dns.example",
  records: ["ns1 A 127.0.0.1", "ns2 A 127.0.0.2", "silent A 127.0.0.3", "closed A 127.0.0.4", "alias CNAME ns1"].join(
    "\n",
  ),
};
const servers = ["ns1.dns.example", "ns2.dns.example"];

/** What the second server has; the first has the hosts' names besides. */
const zones: readonly ServedZone[] = [reverse(0), reverse(1), { name: sixth }];

describeWith(["knotd", "kzonecheck", "named-checkzone"], "reverse DNS", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-knot-"));
  const silent = createSocket("udp4");
  let port = 0;
  let first: NameServer;
  let second: NameServer;

  beforeAll(async () => {
    port = await freePortOn(["127.0.0.1", "127.0.0.2", "127.0.0.3"]);
    silent.bind(port, "127.0.0.3");
    await once(silent, "listening");
    first = new NameServer("127.0.0.1", port, join(folder, "first"));
    second = new NameServer("127.0.0.2", port, join(folder, "second"));
    await first.serve([hosts, ...zones, { name: signed, isSigned: true }, reverse(2)]);
    await second.serve([...zones, { name: signed }, { ...reverse(2), serial: 7 }]);
  });

  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    silent.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function asking<Given extends Context>(context: Given): Given {
    const settings = { ...context.settings, dnsResolvers: [`127.0.0.1:${port}`], dnsPort: port };
    return { ...context, settings };
  }

  async function aRegister(given: Given): Promise<TestContext> {
    const context = asking(given.context());
    expectOk(await importRegister(context, { path: register }));
    return context;
  }

  const wish = (range: string, names: readonly string[] = servers, dsRecords = "") => ({
    ...{ range: read(range), hosts: names, dsRecords },
  });

  async function codeOf(context: Context, ...wished: Parameters<typeof wish>): Promise<string> {
    const outcome = await delegateZones(context, wish(...wished));
    return outcome.ok ? "accepted" : outcome.error.code;
  }

  async function aPerson(context: Context, userId: string): Promise<Extract<Actor, { kind: "person" }>> {
    const email = `${userId.toLowerCase()}@example.org`;
    const account = expectOk(await createAccount(context, { name: userId, email, userId, language: "es" }));
    return { kind: "person", accountId: account.accountId, userId, name: userId, roles: [] };
  }

  async function blockAt(context: Context, prefix: string): Promise<Network> {
    const network = await findNetwork(context, { prefix: read(prefix) });
    if (network === undefined) throw new Error(`${prefix} is not in the register`);
    return network;
  }

  describeOnEachDatabase("delegations", (given) => {
    test("are accepted when every server answers for every zone, replaced, and taken back", async () => {
      const context = await aRegister(given);
      expect(await isReverseDelegated(context, read("198.18.1.64/26"))).toBe(false);
      expect(expectOk(await delegateZones(context, wish("198.18.0.0/23")))).toEqual({ zones: 2 });
      const [zone] = await listDelegationsInside(context, read("198.18.0.0/22"));
      expect(zone).toMatchObject({
        zoneName: "0.18.198.in-addr.arpa",
        servers: [
          { host: "ns1.dns.example", status: "AA", lastAuthoritativeOn: given.clock.now(), isPublished: true },
          { host: "ns2.dns.example", status: "AA", isPublished: true },
        ],
        dsRecords: [],
      });
      expect(await isReverseDelegated(context, read("198.18.1.64/26"))).toBe(true);
      expect(await isReverseDelegated(context, read("198.18.0.0/23"))).toBe(true);
      expect(await isReverseDelegated(context, read("198.18.0.0/22"))).toBe(false);
      expectOk(await delegateZones(context, wish("2001:db8::/36")));
      expectOk(await delegateZones(context, wish("198.18.1.0/24", [...servers].reverse())));
      const again = await listDelegationsInside(context, read("198.18.1.0/24"));
      expect(again.flatMap((each) => each.servers.map(({ host }) => host))).toEqual([...servers].reverse());
      expect(expectOk(await withdrawZones(context, { range: read("198.18.0.0/22") }))).toEqual({ zones: 2 });
      expect(await withdrawZones(context, { range: read("198.18.0.0/22") })).toMatchObject({
        error: { code: "NOT_DELEGATED" },
      });
      const entries = await listAuditEntries(context, { subjectId: "198.18.0.0/23" });
      expect(entries).toMatchObject([{ action: "reverse-dns:zones-delegated" }]);
    });

    test("one server that does not answer for one zone refuses them all, and each is told of as it answered", async () => {
      const context = await aRegister(given);
      expect(await codeOf(context, "198.18.2.0/23")).toBe("NAME_SERVER_NOT_AUTHORITATIVE");
      const names = ["alias", "silent", "closed", "unknown", "ns1"].map((name) => `${name}.dns.example`);
      const checked = expectOk(await checkDelegation(context, wish("198.18.0.0/24", names)));
      expect(checked).toMatchObject({
        isAcceptable: false,
        asked: [{ status: "CN" }, { status: "TO" }, { status: "CR" }, { status: "UH" }, { status: "AA" }],
      });
      const late = expectOk(await checkDelegation(context, wish("198.18.2.0/24")));
      expect(late).toMatchObject({ isAcceptable: true, notInSync: ["2.18.198.in-addr.arpa"] });
      expect(await codeOf(context, "192.0.2.0/24")).toBe("BLOCK_UNKNOWN");
      expect(await codeOf(context, "198.18.0.0/25")).toBe("RANGE_SMALLER_THAN_ZONE");
      expect(await codeOf(context, "198.18.0.0/24", ["ns1.dns.example"])).toBe("NAME_SERVERS_TOO_FEW");
      expect(await codeOf(context, "198.18.0.0/23", servers, `1 8 2 ${"AB".repeat(32)}`)).toBe("DS_FOR_SEVERAL_ZONES");
      expect(await listDelegationsInside(context, read("0.0.0.0/0"))).toEqual([]);
    });

    test("are the affair of the block's technical contact and its owner's administrative contact, of nobody else", async () => {
      const context = await aRegister(given);
      await registerMailRoom(context, { folder: given.settings.folder });
      const block = await blockAt(context, "198.18.0.0/22");
      const [technical, owner, stranger] = [
        await aPerson(context, "TEC1"),
        await aPerson(context, "OWN1"),
        await aPerson(context, "STR1"),
      ];
      const { accountId } = technical;
      expectOk(
        await inTransaction(context, (within) =>
          changeNetwork(within, block.id, block.version, { technicalContactId: accountId }),
        ),
      );
      const administrative = { organizationId: block.organizationId, role: "administrative" } as const;
      expectOk(await setContact(context, { ...administrative, accountId: owner.accountId }));
      const as = (actor: Actor) => ({ ...context, actor });
      await expect(delegateZones(as(stranger), wish("198.18.0.0/24"))).rejects.toThrow("not permitted");
      expectOk(await delegateZones(as(technical), wish("198.18.0.0/24")));
      const [line, other] = [
        { prefix: "198.18.0.0/22", zones: 4, delegated: 1, inTrouble: 0 },
        { prefix: "2001:db8::/36", zones: 1, delegated: 0 },
      ];
      expect(await listMyBlocks({ ...context, actor: technical })).toMatchObject([line]);
      expect(await listMyBlocks({ ...context, actor: owner })).toMatchObject([line, other]);
      expect(await listMyBlocks({ ...context, actor: stranger })).toEqual([]);
      await expect(withdrawZones(as(stranger), { range: read("198.18.0.0/24") })).rejects.toThrow("not permitted");
      expectOk(await withdrawZones(as(owner), { range: read("198.18.0.0/24") }));
    });

    test("have DS records only of keys that the zone publishes, as the name server's own tool writes them", async () => {
      const context = await aRegister(given);
      const records = first.dsRecordsOf(signed).split("\n");
      const accepted = records.filter((line) => / 8 [24] /.test(line)).join("\n");
      const strange = accepted.replace(/[0-9a-f]{4}$/m, "0000");
      expect(await codeOf(context, "203.0.113.0/24", servers, strange)).toBe("DS_NOT_OF_ZONE");
      expect(await codeOf(context, "203.0.113.0/24", servers, accepted)).toBe("accepted");
      const [zone] = await listDelegationsInside(context, read("203.0.113.0/24"));
      expect(zone?.dsRecords.map(({ digestType }) => digestType).sort()).toEqual([2, 4]);
      const { folder: published } = await publishZones(context);
      expect(readFileSync(join(published, "203.in-addr.arpa.zone"), "utf8")).toMatch(
        /^113\.0\tDS\t\d+ 8 2 [0-9A-F]{64}$/m,
      );
      checkZones(published);
    });
  });

  describeOnEachDatabase("zone files", (given) => {
    test("have every delegation, a number that only grows where something changed, and both checkers accept them", async () => {
      const context = await aRegister(given);
      expectOk(await delegateZones(context, wish("198.18.0.0/23")));
      expectOk(await delegateZones(context, wish("2001:db8::/36")));
      const { folder: published, ...counts } = await publishZones(context);
      expect(counts).toEqual({ zones: 2, changed: 2 });
      expect(checkZones(published)).toEqual(["198.in-addr.arpa.zone", "d.0.1.0.0.2.ip6.arpa.zone"]);
      expect(serialsIn(published)).toMatchObject({ "198.in-addr.arpa": 2026030200 });
      expect(await publishZones(context)).toMatchObject({ changed: 0 });
      given.clock.set(new Date("2026-01-01T00:00:00Z"));
      expectOk(await withdrawZones(context, { range: read("198.18.0.0/22") }));
      expect(await publishZones(context)).toMatchObject({ zones: 2, changed: 1 });
      const after = { "198.in-addr.arpa": 2026030201, "d.0.1.0.0.2.ip6.arpa": 2026030200 };
      expect(serialsIn(published)).toEqual(after);
      expect(readFileSync(join(published, "198.in-addr.arpa.zone"), "utf8")).not.toContain("dns.example");
      checkZones(published);
    });

    test("never have a number again, also when an old copy of the database was taken back", async () => {
      const context = await aRegister(given);
      expectOk(await delegateZones(context, wish("198.18.0.0/23")));
      const { folder: published } = await publishZones(context);
      const copied = await given.database.reverseZoneFile.findMany();
      for (const names of [[...servers].reverse(), servers]) {
        expectOk(await delegateZones(context, wish("198.18.1.0/24", names)));
        expect(await publishZones(context)).toMatchObject({ changed: 1 });
      }
      expectOk(await delegateZones(context, wish("2001:db8::/36")));
      await publishZones(context);
      await given.database.reverseZoneFile.deleteMany();
      await given.database.reverseZoneFile.createMany({ data: copied });
      await given.database.reverseDelegation.deleteMany({ where: { prefixLength: 36 } });
      expect(await publishZones(context)).toMatchObject({ zones: 2, changed: 2 });
      const after = { "198.in-addr.arpa": 2026030203, "d.0.1.0.0.2.ip6.arpa": 2026030201 };
      expect(serialsIn(published)).toEqual(after);
      expect(await publishZones(context)).toMatchObject({ changed: 0 });
      checkZones(published);
    });
  });

  describeOnEachDatabase(
    "a lame server",
    (given) => {
      test("is watched, told of to more and more people, taken out of its one zone, and comes back when it is named again", async () => {
        const context = await aRegister(given);
        await registerMailRoom(context, { folder: given.settings.folder });
        const block = await blockAt(context, "198.18.0.0/22");
        const [owner, technical, billing] = [
          await aPerson(context, "OWN1"),
          await aPerson(context, "TEC1"),
          await aPerson(context, "BIL1"),
        ];
        const { organizationId } = block;
        expectOk(await setContact(context, { organizationId, role: "administrative", accountId: owner.accountId }));
        for (const role of ["billing", "membership"] as const)
          expectOk(await setContact(context, { organizationId, role, accountId: billing.accountId }));
        const { accountId } = technical;
        const current = await blockAt(context, "198.18.0.0/22");
        expectOk(
          await inTransaction(context, (within) =>
            changeNetwork(within, current.id, current.version, { technicalContactId: accountId }),
          ),
        );
        expectOk(await delegateZones(context, wish("198.18.0.0/23")));
        const began = given.clock.now().getTime();
        const { folder: published } = await publishZones(context);
        const lost = "1.18.198.in-addr.arpa";
        await second.serve(zones.filter(({ name }) => name !== lost));
        const told: [number, string][] = [];
        let seen = 0;
        for (let day = 1; day <= 70; day += 1) {
          given.clock.set(new Date(began + day * 86_400_000));
          await watchDelegations(context);
          const where = { template: "reverse-dns/lame-server" };
          const mails = await given.database.outgoingMail.findMany({ where, select: { toAddress: true } });
          const addresses = mails.slice(seen).map(({ toAddress }) => toAddress.replace(/@.*/, ""));
          if (addresses.length > 0) told.push([day, addresses.sort().join(" ")]);
          seen = mails.length;
        }
        expect(told).toEqual([
          [8, "own1 tec1"],
          [23, "own1 tec1"],
          [38, "bil1 own1 tec1"],
          [53, "bil1 own1 tec1"],
          [68, "bil1 own1 tec1"],
        ]);
        const [whole, half] = await listDelegationsInside(context, read("198.18.0.0/23"));
        expect(whole?.servers).toMatchObject([{ isPublished: true }, { status: "AA", isPublished: true }]);
        expect(half?.servers).toMatchObject([
          { host: "ns1.dns.example", status: "AA", isPublished: true },
          {
            ...{ host: "ns2.dns.example", status: "REFUSED", isPublished: false },
            lastAuthoritativeOn: new Date(began),
          },
        ]);
        await publishZones(context);
        const file = readFileSync(join(published, "198.in-addr.arpa.zone"), "utf8");
        expect(file.match(/^.*ns2\.dns.*$/gm)).toEqual(["0.18\tNS\tns2.dns.example."]);
        expect(await codeOf(context, "198.18.1.0/24")).toBe("NAME_SERVER_NOT_AUTHORITATIVE");
        await second.serve([...zones, { name: signed }]);
        expectOk(await delegateZones(context, wish("198.18.1.0/24")));
        expect(await publishZones(context)).toMatchObject({ changed: 1 });
        checkZones(published);
      });
    },
    { on: "sqlite" },
  );
});
