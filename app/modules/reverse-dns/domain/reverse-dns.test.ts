// The rules of reverse DNS alone: which zones, which servers, which DS records, what a check leads to, what a zone file says.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { readDsRecords } from "./ds-lines.ts";
import type { Digest, ZoneKey } from "./ds-record.ts";
import { dsRecordOf, isDsOf } from "./ds-record.ts";
import type { LameAct, ServerState } from "./lame-rule.ts";
import { decideAfterCheck } from "./lame-rule.ts";
import { readNameServers } from "./name-servers.ts";
import { isOurOwnTrouble, statusOfAnswer } from "./server-status.ts";
import { nextSerial } from "./zone-file.ts";
import { apexOf, zoneNameOf } from "./zone-name.ts";
import { zonesAround, zonesOf } from "./zone-rules.ts";

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

function namesOf(block: string, range = block): string[] {
  return expectOk(zonesOf(read(block), read(range))).map(({ name }) => name);
}

function codeOf(block: string, range: string): string {
  const zones = zonesOf(read(block), read(range));
  return zones.ok ? "accepted" : zones.error.code;
}

describe("zones", () => {
  test("a block of /16 or shorter has zones of /16, from /17 to /24 zones of /24", () => {
    expect(namesOf("198.18.0.0/15")).toEqual(["18.198.in-addr.arpa", "19.198.in-addr.arpa"]);
    expect(namesOf("198.18.0.0/16")).toEqual(["18.198.in-addr.arpa"]);
    expect(namesOf("198.18.128.0/17")).toHaveLength(128);
    expect(namesOf("198.18.0.0/22", "198.18.2.0/23")).toEqual(["2.18.198.in-addr.arpa", "3.18.198.in-addr.arpa"]);
    expect(namesOf("203.0.113.0/24")).toEqual(["113.0.203.in-addr.arpa"]);
  });

  test("IPv6 has zones of four bits, for the whole block", () => {
    expect(namesOf("2001:db8::/32")).toEqual(["8.b.d.0.1.0.0.2.ip6.arpa"]);
    expect(namesOf("2800:a0::/31")).toEqual(["0.a.0.0.0.0.8.2.ip6.arpa", "1.a.0.0.0.0.8.2.ip6.arpa"]);
  });

  test("what lies outside, is smaller than a zone, or is not the whole of IPv6 is refused", () => {
    expect(codeOf("203.0.113.0/25", "203.0.113.0/25")).toBe("BLOCK_TOO_SMALL");
    expect(codeOf("198.18.0.0/22", "198.18.4.0/24")).toBe("RANGE_OUTSIDE_BLOCK");
    expect(codeOf("198.18.0.0/22", "198.18.0.0/25")).toBe("RANGE_SMALLER_THAN_ZONE");
    expect(codeOf("198.18.0.0/16", "198.18.0.0/24")).toBe("RANGE_SMALLER_THAN_ZONE");
    expect(codeOf("2001:db8::/32", "2001:db8::/36")).toBe("RANGE_NOT_WHOLE_BLOCK");
  });

  test("a small network needs the zone around it, a large one all inside it", () => {
    expect(zonesAround(read("198.18.0.0/22"), read("198.18.1.64/26")).map(({ name }) => name)).toEqual([
      "1.18.198.in-addr.arpa",
    ]);
    expect(zonesAround(read("198.18.0.0/22"), read("198.18.0.0/23"))).toHaveLength(2);
    expect(zonesAround(read("198.18.0.0/25"), read("198.18.0.0/26"))).toEqual([]);
  });

  test("a zone stands in the registry's zone of its /8, its /12, or in 2001::/16 its /24", () => {
    const apex = (text: string) => zoneNameOf(apexOf(read(text)));
    expect(apex("198.18.0.0/24")).toBe("198.in-addr.arpa");
    expect(apex("2800:a0::/32")).toBe("0.8.2.ip6.arpa");
    expect(apex("2001:1200::/32")).toBe("2.1.1.0.0.2.ip6.arpa");
  });
});

describe("name servers", () => {
  const codeFor = (...hosts: string[]) => {
    const servers = readNameServers(hosts);
    return servers.ok ? servers.value : servers.error.code;
  };

  test("are full names in small letters, in the order in which they were given", () => {
    expect(codeFor("NS1.Example.net.", " ns2.example.net ", "")).toEqual(["ns1.example.net", "ns2.example.net"]);
  });

  test("that are addresses, twice, in the reverse tree, too few or too many, or no names are refused", () => {
    expect(codeFor("192.0.2.1", "ns2.example.net")).toBe("NAME_SERVER_IS_ADDRESS");
    expect(codeFor("2001:db8::1", "ns2.example.net")).toBe("NAME_SERVER_IS_ADDRESS");
    expect(codeFor("ns1.example.net", "NS1.example.net")).toBe("NAME_SERVER_TWICE");
    expect(codeFor("ns1.example.net", "ns.1.18.198.in-addr.arpa")).toBe("NAME_SERVER_IN_REVERSE_TREE");
    expect(codeFor("ns1.example.net")).toBe("NAME_SERVERS_TOO_FEW");
    expect(codeFor(...[1, 2, 3, 4, 5, 6, 7].map((number) => `ns${number}.example.net`))).toBe("NAME_SERVERS_TOO_MANY");
    for (const strange of ["ns1", "-ns.example.net", "ns_1.example.net", "a..example.net", "ns1.example.net\nx NS y"])
      expect(codeFor(strange, "ns2.example.net")).toBe("NAME_SERVER_MALFORMED");
  });
});

test("an answer counts only when it is authoritative and has the SOA of the zone itself", () => {
  const zone = "1.18.198.in-addr.arpa";
  const answer = { rcode: "NOERROR", isAuthoritative: true, soas: [{ name: zone, serial: 7 }], aliases: [] };
  expect(statusOfAnswer(zone, answer)).toEqual(["AA", 7]);
  expect(statusOfAnswer(zone, { ...answer, isAuthoritative: false })).toEqual(["NA"]);
  expect(statusOfAnswer(zone, { ...answer, soas: [{ name: "18.198.in-addr.arpa", serial: 7 }] })).toEqual(["UD"]);
  expect(statusOfAnswer(zone, { ...answer, aliases: [zone] })).toEqual(["CN"]);
  expect(statusOfAnswer(zone, { ...answer, rcode: "NXDOMAIN" })).toEqual(["UD"]);
  expect(statusOfAnswer(zone, { ...answer, rcode: "REFUSED" })).toEqual(["REFUSED"]);
  expect(statusOfAnswer(zone, { ...answer, rcode: "SERVFAIL" })).toEqual(["FAIL"]);
});

test("when of many servers none says anything, it is the one who asks that has no network", () => {
  const silent = [1, 2, 3, 4, 5].map((number) => ({ host: `ns${number}.example.net`, status: "TO" as const }));
  expect(isOurOwnTrouble(silent)).toBe(true);
  expect(isOurOwnTrouble(silent.slice(1))).toBe(false);
  expect(isOurOwnTrouble([...silent, { host: "ns6.example.net", status: "REFUSED" }])).toBe(false);
});

describe("DS records", () => {
  const digest: Digest = (type, bytes) =>
    createHash(type === 4 ? "sha384" : "sha256")
      .update(bytes)
      .digest("hex")
      .toUpperCase();

  // RFC 4509 §2.3.
  const rsa: ZoneKey = {
    flags: 256,
    algorithm: 5,
    key: Buffer.from(
      "AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==",
      "base64",
    ),
  };

  test("are those of the standards' own examples", () => {
    expect(dsRecordOf("dskey.example.com", rsa, 2, digest)).toEqual({
      keyTag: 60485,
      algorithm: 5,
      digestType: 2,
      digest: "D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
    });
    // RFC 6605 §6.2.
    const ecdsa: ZoneKey = {
      flags: 257,
      algorithm: 14,
      key: Buffer.from(
        "xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8/uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40",
        "base64",
      ),
    };
    expect(dsRecordOf("example.net", ecdsa, 4, digest)).toEqual({
      keyTag: 10771,
      algorithm: 14,
      digestType: 4,
      digest: "72D7B62976CE06438E9C0BF319013CF801F09ECC84B8D7E9495F27E305C6A9B0563A9B5F4D288405C3008A946DF983D6",
    });
  });

  test("belong to a zone only by a key that may sign it, under this name", () => {
    const record = dsRecordOf("dskey.example.com", rsa, 2, digest);
    expect(isDsOf("dskey.example.com", record, [rsa], digest)).toBe(true);
    expect(isDsOf("other.example.com", record, [rsa], digest)).toBe(false);
    expect(isDsOf("dskey.example.com", record, [{ ...rsa, flags: 0 }], digest)).toBe(false);
    expect(isDsOf("dskey.example.com", record, [], digest)).toBe(false);
  });

  const hex = "AB".repeat(32);
  const [one, other] = ["1.18.198.in-addr.arpa", "2.18.198.in-addr.arpa"];

  test("are read as dig, BIND and Knot write them, and given to their zones", () => {
    const expected = { zoneName: one, keyTag: 60485, algorithm: 13, digestType: 2, digest: hex };
    const split = `${hex.slice(0, 56)} ${hex.slice(56)}`.toLowerCase();
    for (const line of [
      `60485 13 2 ${hex}`,
      `${one}.\t3600\tIN\tDS\t60485 13 2 ${split}`,
      `1.18.198.IN-ADDR.ARPA. IN DS 60485 13 2 ${hex} ; the key of March`,
      `${one}. DS 60485 13 2 ( ${hex} )`,
      `DS 60485 13 2 ${hex}`,
    ])
      expect(expectOk(readDsRecords(`; a comment\r\n\r\n${line}\n`, [one]))).toEqual([expected]);
    const both = `${one} DS 60485 13 2 ${hex}\n${other} DS 1 13 2 ${hex}\n${one} DS 60485 13 2 ${hex}`;
    expect(expectOk(readDsRecords(both, [one, other]))).toEqual([
      expected,
      { ...expected, zoneName: other, keyTag: 1 },
    ]);
    expect(expectOk(readDsRecords(" \n", [one]))).toEqual([]);
  });

  test("are refused at once, however many spaces somebody pastes", () => {
    const began = performance.now();
    const refused = readDsRecords(`1 1 1${" ".repeat(200_000)}x`, [one]);
    expect(refused).toMatchObject({ ok: false, error: { code: "DS_MALFORMED" } });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("are refused line by line, each with its reason", () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tag) => `${one}. DS ${tag} 13 2 ${hex}`);
    const lines = [
      "nonsense",
      `60485 13 1 ${"AB".repeat(20)}`,
      "60485 13 2 ABCD",
      `70000 13 2 ${hex}`,
      `60485 13 2 ${hex}`,
      `3.18.198.in-addr.arpa. DS 60485 13 2 ${hex}`,
      `two words DS 60485 13 2 ${hex}`,
      ...nine,
    ];
    const refused = readDsRecords(lines.join("\n"), [one, other]);
    if (refused.ok) throw new Error("nothing was refused");
    expect(refused.error).toMatchObject({ code: "DS_MALFORMED", details: { line: 1, text: "nonsense" } });
    expect(refused.error.all?.map(({ code, details }) => [code, details?.["line"]])).toEqual([
      ["DS_MALFORMED", 1],
      ["DS_DIGEST_UNKNOWN", 2],
      ["DS_MALFORMED", 3],
      ["DS_MALFORMED", 4],
      ["DS_FOR_SEVERAL_ZONES", 5],
      ["DS_OTHER_ZONE", 6],
      ["DS_MALFORMED", 7],
      ["DS_TOO_MANY", undefined],
    ]);
  });
});

describe("the rule of lame delegations", () => {
  const began = new Date("2026-03-02T12:00:00Z");
  const onDay = (days: number) => new Date(began.getTime() + days * 86_400_000);
  const good: ServerState = {
    ...{ status: "AA", statusAt: began, lastAuthoritativeAt: began },
    ...{ lameSince: null, firstNoticeAt: null, lastNoticeAt: null, removedAt: null },
  };

  test("lived through: watched seven days, notices every fifteen for sixty, then removed; each step on its day", () => {
    let state = good;
    const acts: [number, LameAct][] = [];
    let day = 0;
    while (state.removedAt === null && day < 200) {
      const decision = decideAfterCheck(state, "TO", onDay(day));
      state = decision.state;
      if (decision.act !== "none") acts.push([day, decision.act]);
      day = (decision.nextCheckAt.getTime() - began.getTime()) / 86_400_000;
    }
    expect(acts).toEqual([
      [7, "notice"],
      [22, "notice"],
      [37, "notice-to-all"],
      [52, "notice-to-all"],
      [67, "remove"],
    ]);
    expect(state.lastAuthoritativeAt).toEqual(began);
  });

  test("one good answer ends it, and the next time it begins anew; good servers are asked within a week, lame ones in two days", () => {
    const told = decideAfterCheck({ ...good, lameSince: began }, "TO", onDay(8));
    expect(told.act).toBe("notice");
    const mended = decideAfterCheck(told.state, "AA", onDay(9));
    expect(mended.state).toMatchObject({ lameSince: null, firstNoticeAt: null, lastAuthoritativeAt: onDay(9) });
    expect(mended.nextCheckAt).toEqual(onDay(16));
    const again = decideAfterCheck(mended.state, "REFUSED", onDay(16));
    expect(again).toMatchObject({ act: "none", nextCheckAt: onDay(18), state: { lameSince: onDay(16) } });
  });
});

test("a serial number is the day's first, or one more than the last, even when the clock goes back", () => {
  expect(nextSerial(0, new Date("2026-03-02T12:00:00Z"))).toBe(2026030200);
  expect(nextSerial(2026030200, new Date("2026-03-02T13:00:00Z"))).toBe(2026030201);
  expect(nextSerial(2026030299, new Date("2026-03-02T13:00:00Z"))).toBe(2026030300);
  expect(nextSerial(2026030300, new Date("2026-01-01T00:00:00Z"))).toBe(2026030301);
});
