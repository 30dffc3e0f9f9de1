import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addressesInIpv4Prefix,
  formatIpv4,
  formatIpv6,
  ipv4RangeToPrefixes,
  ipv6UnitsInPrefix,
  parseIpv4,
  parseIpv6,
} from "./index.ts";

test("an IPv4 address is read and written", () => {
  expect(parseIpv4("200.3.12.0")).toBe(((200 * 256 + 3) * 256 + 12) * 256);
  expect(parseIpv4("255.255.255.255")).toBe(2 ** 32 - 1);
  fc.assert(fc.property(fc.ipV4(), (text) => formatIpv4(parseIpv4(text)!) === text));
});

test("what is not an IPv4 address is refused", () => {
  for (const wrong of [
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.4 ",
    "1.2.3.-4",
    "a.b.c.d",
    "1..2.3",
  ]) {
    expect(parseIpv4(wrong)).toBeUndefined();
  }
});

test("an IPv6 address is written in the recommended form", () => {
  for (const text of ["2001:1200::", "::", "::1", "2001:db8:0:1:1:1:1:1", "2001:0:0:1::1", "2800:10:0:1::"]) {
    expect(formatIpv6(parseIpv6(text)!)).toBe(text);
  }
  expect(formatIpv6(parseIpv6("2001:DB8:0:0:1:0:0:1")!)).toBe("2001:db8::1:0:0:1");
  expect(parseIpv6("::ffff:192.0.2.1")).toBe(0xffff_c000_0201n);
});

test("every IPv6 number survives being written and read", () => {
  fc.assert(fc.property(fc.bigInt(0n, 2n ** 128n - 1n), (address) => parseIpv6(formatIpv6(address)) === address));
});

test("what is not an IPv6 address is refused", () => {
  for (const wrong of [
    "",
    ":",
    ":::",
    "1::2::3",
    "2001:db8",
    "12345::",
    "g::",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7::8",
    "1.2.3.4::",
  ]) {
    expect(parseIpv6(wrong), wrong).toBeUndefined();
  }
});

test("a range is covered by the fewest prefixes, exactly", () => {
  expect(ipv4RangeToPrefixes(parseIpv4("200.0.0.0")!, 1024)).toEqual([{ start: parseIpv4("200.0.0.0"), length: 22 }]);
  expect(ipv4RangeToPrefixes(parseIpv4("200.0.0.0")!, 768).map((prefix) => prefix.length)).toEqual([23, 24]);
  expect(ipv4RangeToPrefixes(0, 2 ** 32)).toEqual([{ start: 0, length: 0 }]);
  const range = fc.tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 2 ** 24 }));
  fc.assert(
    fc.property(range, ([start, count]) => {
      let next = start;
      for (const prefix of ipv4RangeToPrefixes(start, count)) {
        expect(prefix.start).toBe(next);
        expect(prefix.start % addressesInIpv4Prefix(prefix.length)).toBe(0);
        next += addressesInIpv4Prefix(prefix.length);
      }
      expect(next).toBe(start + count);
    }),
  );
});

test("IPv6 space is counted in /64 networks", () => {
  expect(ipv6UnitsInPrefix(32)).toBe(4_294_967_296n);
  expect(ipv6UnitsInPrefix(64)).toBe(1n);
  expect(ipv6UnitsInPrefix(128)).toBe(1n);
  expect(ipv6UnitsInPrefix(0)).toBe(2n ** 64n);
});
