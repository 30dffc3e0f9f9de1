// What becomes of delegations when a block or a sub-assignment leaves its holder: docs/decisions/0024.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import {
  changeNetwork,
  findNetwork,
  importRegister,
  placeNetwork,
  withdrawNetwork,
} from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import {
  delegateZones,
  isReverseDelegated,
  listDelegationsInside,
  publishZones,
  watchDelegations,
} from "#app/modules/reverse-dns/index.server.ts";
import { previewAct } from "#app/modules/sub-assignments/commands/preview-act.server.ts";
import { returnWithin } from "#app/modules/sub-assignments/commands/return-sub-assignment.server.ts";
import { markOf } from "#app/modules/sub-assignments/domain/act.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { servesEverything, startStrangeNameServer } from "#test/fakes/strange-name-server.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { freePortOn } from "#test/setup/name-server.ts";

const address = "127.0.2.1";
let port = 0;
let stop = () => {};

beforeAll(async () => {
  port = await freePortOn([address]);
  stop = await startStrangeNameServer(address, port, servesEverything(address));
});
afterAll(() => stop());

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

async function importDay(context: Context, day: 1 | 2): Promise<void> {
  const path = new URL(`../../fixtures/register/day-${day}.txt`, import.meta.url).pathname;
  expectOk(await importRegister(context, { path }));
}

async function networkAt(context: Context, text: string): Promise<Network> {
  const network = await findNetwork(context, { prefix: read(text) });
  if (network === undefined) throw new Error(`${text} is not in the register`);
  return network;
}

async function delegate(context: Context, ...ranges: string[]): Promise<void> {
  for (const range of ranges)
    expectOk(
      await delegateZones(context, {
        range: read(range),
        hosts: ["ns1.dns.example", "ns2.dns.example"],
        dsRecords: "",
      }),
    );
}

async function zonesIn(context: Context, text: string): Promise<string[]> {
  return (await listDelegationsInside(context, read(text))).map(({ zoneName }) => zoneName);
}

async function zoneFile(context: Context, apex: string): Promise<string[]> {
  const { folder } = await publishZones(context);
  const text = readFileSync(join(folder, `${apex}.zone`), "utf8");
  return Array.from(text.matchAll(/^(\S+)\tNS\tns1\.dns/gm), ([, zone = ""]) => zone);
}

async function namesEnded(context: Context): Promise<unknown[]> {
  const entries = await listAuditEntries(context, { action: "reverse-dns:delegations-ended" });
  return entries.map(({ details }) => details["names"]);
}

describeOnEachDatabase("delegations", (given) => {
  async function aRegister(theGiven: Given): Promise<Context> {
    const context = theGiven.context();
    await importDay(context, 1);
    const settings = { ...context.settings, dnsResolvers: [`${address}:${port}`], dnsPort: port };
    return { ...context, settings };
  }

  test("end when the block is withdrawn or gets another holder; one that stays keeps them", async () => {
    const context = await aRegister(given);
    await delegate(context, "203.0.113.0/24", "198.18.0.0/23", "198.18.4.0/22", "2001:db8::/36");
    expect(await zoneFile(context, "203.in-addr.arpa")).toEqual(["113.0"]);
    await importDay(context, 2);
    expect(await zonesIn(context, "203.0.113.0/24")).toEqual([]);
    expect(await isReverseDelegated(context, read("203.0.113.0/24"))).toBe(false);
    expect(await zonesIn(context, "198.18.4.0/22")).toHaveLength(4);
    const given198 = await networkAt(context, "198.18.0.0/22");
    const { organizationId } = await networkAt(context, "198.18.4.0/22");
    expectOk(
      await inTransaction(context, (within) =>
        changeNetwork(within, given198.id, given198.version, { organizationId }),
      ),
    );
    expect(await zonesIn(context, "198.18.0.0/22")).toEqual([]);
    expect(await zoneFile(context, "203.in-addr.arpa")).toEqual([]);
    expect(await zoneFile(context, "198.in-addr.arpa")).toEqual(["4.18", "5.18", "6.18", "7.18"]);
    const ended = "0.18.198.in-addr.arpa, 1.18.198.in-addr.arpa, 113.0.203.in-addr.arpa";
    expect(await namesEnded(context)).toEqual([ended]);
    expect(await given.database.reverseNameServer.count()).toBe(2 * 5);
    await delegate(context, "198.18.0.0/24");
    expect(await zonesIn(context, "198.18.0.0/22")).toEqual(["0.18.198.in-addr.arpa"]);
  });

  test("of a customer end with the sub-assignment, those of the provider stay; a return that is undone in time loses none", async () => {
    const context = await aRegister(given);
    const { organizationId } = await networkAt(context, "203.0.113.0/24");
    const place = (text: string) =>
      inTransaction(context, (within) =>
        placeNetwork(within, {
          ...{ prefix: read(text), organizationId, status: "reassigned", name: "", isResidential: false },
          ...{ technicalContactId: null, abuseContactId: null, originAsn: null, registeredOn: "2026-03-01" },
        }),
      );
    await delegate(context, "198.18.0.0/24", "198.18.1.0/24");
    const first = expectOk(await place("198.18.1.0/24"));
    const second = expectOk(await place("198.18.2.0/24"));
    await delegate(context, "198.18.2.0/24");
    expect(await zonesIn(context, "198.18.0.0/22")).toHaveLength(3);
    for (const [network, after] of [
      [first, ["1.18.198.in-addr.arpa"]],
      [second, []],
    ] as const) {
      const seen = { prefix: network.prefix, seen: markOf(network) };
      const preview = expectOk(await previewAct(context, (within) => returnWithin(within, seen)));
      expect(preview.zones.map(({ zoneName }) => zoneName)).toEqual(after);
    }
    for (const { id, version } of [first, second])
      expectOk(await inTransaction(context, (within) => withdrawNetwork(within, id, version)));
    const own = ["0.18.198.in-addr.arpa", "1.18.198.in-addr.arpa"];
    expect(await zonesIn(context, "198.18.0.0/22")).toEqual(own);
    const again = expectOk(await place("198.18.2.0/24"));
    expect(await zonesIn(context, "198.18.2.0/24")).toEqual(["2.18.198.in-addr.arpa"]);
    expect(await zoneFile(context, "198.in-addr.arpa")).toEqual(["0.18", "1.18", "2.18"]);
    expectOk(await inTransaction(context, (within) => withdrawNetwork(within, again.id, again.version)));
    given.clock.set(new Date(given.clock.now().getTime() + 2 * 86_400_000));
    expect(await watchDelegations(context)).toMatchObject({ zones: 2 });
    expect(await namesEnded(context)).toEqual(["2.18.198.in-addr.arpa"]);
    expectOk(await place("198.18.2.0/24"));
    expect(await zonesIn(context, "198.18.0.0/22")).toEqual(own);
  });

  test("of another size than the block has now are not published beside those of the right one", async () => {
    const context = await aRegister(given);
    const { organizationId, id } = await networkAt(context, "198.18.0.0/22");
    await delegate(context, "198.18.0.0/24");
    const wide = { startKey: "4c6120000", endKey: "4c613ffff", prefixLength: 15 };
    await given.database.network.deleteMany({ where: { startKey: { startsWith: "4c612" }, id: { not: id } } });
    await given.database.network.update({ where: { id }, data: wide });
    expect(await zonesIn(context, "198.18.0.0/15")).toEqual([]);
    await delegate(context, "198.18.0.0/16");
    expect(await zoneFile(context, "198.in-addr.arpa")).toEqual(["18"]);
    expect(await given.database.reverseDelegation.findMany()).toMatchObject([{ organizationId, prefixLength: 16 }]);
  });
});
