// Zones next to each other become one range only where their servers say the same, and names of the reverse tree are read as addresses.
import { expect, test } from "vitest";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { ReverseZone } from "./reverse-zones.ts";
import { joinZones, prefixOfReverseName } from "./reverse-zones.ts";

function zone(text: string, host: string): ReverseZone {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  const asked = new Date("2026-03-02T00:00:00Z");
  const server = { host, status: "AA", statusOn: asked, lastAuthoritativeOn: asked, isPublished: true };
  return { prefix, zoneName: text, servers: [server], dsRecords: [], changedAt: asked };
}

const joined = (...zones: ReverseZone[]) =>
  joinZones(zones).map(({ prefix, zones: inside }) => [formatPrefix(prefix), inside.length]);

test("zones with the same servers become the largest ranges that they fill", () => {
  const four = ["198.18.0.0/24", "198.18.1.0/24", "198.18.2.0/24", "198.18.3.0/24"];
  expect(joined(...four.map((each) => zone(each, "ns1.example")))).toEqual([["198.18.0.0/22", 4]]);
  expect(joined(...four.slice(0, 3).map((each) => zone(each, "ns1.example")))).toEqual([
    ["198.18.0.0/23", 2],
    ["198.18.2.0/24", 1],
  ]);
  // Neighbours that are no two halves of one prefix.
  expect(joined(zone("198.18.1.0/24", "ns1.example"), zone("198.18.2.0/24", "ns1.example"))).toHaveLength(2);
  expect(joined(zone("198.18.0.0/24", "ns1.example"), zone("198.18.1.0/24", "ns2.example"))).toHaveLength(2);
});

test.each([
  ["3.18.198.in-addr.arpa", "198.18.3.0/24"],
  ["18.198.IN-ADDR.ARPA.", "198.18.0.0/16"],
  ["7.3.18.198.in-addr.arpa", "198.18.3.7/32"],
  ["8.b.d.0.1.0.0.2.ip6.arpa", "2001:db8::/32"],
])("%s stands for %s", (name, prefix) => {
  const found = prefixOfReverseName(name);
  expect(found && formatPrefix(found)).toBe(prefix);
});

test.each([
  "example.org",
  "in-addr.arpa",
  "256.198.in-addr.arpa",
  "1.2.3.4.5.in-addr.arpa",
  "x.ip6.arpa",
  "0-127.3.18.198.in-addr.arpa",
])("%s stands for no addresses", (name) => {
  expect(prefixOfReverseName(name)).toBeUndefined();
});
