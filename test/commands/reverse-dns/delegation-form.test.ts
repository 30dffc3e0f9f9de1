// What the form of a delegation begins with.
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { readDsRecords } from "#app/modules/reverse-dns/domain/ds-lines.ts";
import { findStandingWish } from "#app/modules/reverse-dns/queries/standing-wish.server.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const register = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;
const [block, zone] = [read("198.18.0.0/22"), read("198.18.1.0/24")];
const zoneName = "1.18.198.in-addr.arpa";
const record = { keyTag: 60485, algorithm: 8, digestType: 2, digest: "AB".repeat(32) };
const servers = "ns1.dns.example\nns2.dns.example";

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

describeOnEachDatabase("the form of a delegation", (given) => {
  test("has what stands, with names of zones wherever the range has several, and nothing from outside the block", async () => {
    const context = given.context();
    expectOk(await importRegister(context, { path: register }));
    const now = context.clock.now();
    await given.database.reverseDelegation.create({
      data: {
        ...{ zoneName, ...prefixKeys(zone), prefixLength: 24, changedAt: now, nextCheckAt: now },
        servers: {
          create: servers.split("\n").map((host, position) => ({ host, position, status: "AA", statusAt: now })),
        },
        dsRecords: { create: [record] },
      },
    });
    const one = await findStandingWish(context, block, "198.18.1.0/24");
    expect(one).toEqual({ range: "198.18.1.0/24", servers, dsRecords: `60485 8 2 ${record.digest}` });
    const whole = await findStandingWish(context, block, null);
    const names = ["0", "1", "2", "3"].map((third) => `${third}.18.198.in-addr.arpa`);
    expect(expectOk(readDsRecords(whole.dsRecords, names))).toEqual([{ zoneName, ...record }]);
    expect(await findStandingWish(context, block, "0.0.0.0/0")).toEqual(whole);
    const other = await findStandingWish(context, read("198.18.4.0/22"), "198.18.1.0/24");
    expect(other).toEqual({ range: "198.18.4.0/22", servers: "", dsRecords: "" });
  });
});
