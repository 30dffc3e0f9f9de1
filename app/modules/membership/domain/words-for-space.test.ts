import { expect, test } from "vitest";
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";
import { ipv4PrefixOf, ipv6Parts } from "./words-for-space.ts";

test("a power of two is one prefix, whatever it was put together from", () => {
  expect(ipv6Parts(ipv6UnitsInPrefix(32))).toEqual([{ count: 1n, prefix: 32 }]);
  expect(ipv6Parts(2n * ipv6UnitsInPrefix(32))).toEqual([{ count: 1n, prefix: 31 }]);
  expect(ipv6Parts(1n)).toEqual([{ count: 1n, prefix: 64 }]);
  expect(ipv4PrefixOf(1024n)).toBe(22);
});

test("other sums are told in /32, /48 and /64", () => {
  expect(ipv6Parts(3n * ipv6UnitsInPrefix(32) + 2n * ipv6UnitsInPrefix(48) + 1n)).toEqual([
    { count: 3n, prefix: 32 },
    { count: 2n, prefix: 48 },
    { count: 1n, prefix: 64 },
  ]);
  expect(ipv4PrefixOf(1536n)).toBeUndefined();
  expect(ipv4PrefixOf(0n)).toBeUndefined();
});
