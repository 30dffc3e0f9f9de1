// Which ranges, sizes and days a sub-assignment may have, and the picture of a block.
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { decideRange, lengthsOf, mustBeRegistered, needsReverse } from "./range.ts";
import { drawBlock, rangeAcross } from "./range-map.ts";
import { decideDaysTaken, isLate } from "./registration-deadline.ts";

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

test("a /29 must be registered and a /30 may be; of IPv6 a /48 must and a /49 may", () => {
  const must = (text: string) => mustBeRegistered(read(text));
  expect(["198.18.0.0/29", "198.18.0.0/30", "2001:db8::/48", "2001:db8::/49"].map(must)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("only IPv4 ranges longer than /24 need the reverse resolution of their block", () => {
  expect(["198.18.0.0/24", "198.18.0.0/25", "2001:db8::/48"].map((text) => needsReverse(read(text)))).toEqual([
    false,
    true,
    false,
  ]);
  const wish = { block: read("198.18.0.0/22"), blockStatus: "allocated", taken: [] } as const;
  const decide = (isReverseDelegated: boolean) =>
    decideRange({ ...wish, range: read("198.18.0.0/29"), isReverseDelegated });
  expect(decide(false)).toMatchObject({ error: { code: "REVERSE_NOT_DELEGATED" } });
  expect(decide(true).ok).toBe(true);
});

test("the sizes of a block are all that are smaller than it", () => {
  expect(lengthsOf({ family: "ipv4", length: 29 })).toEqual([30, 31, 32]);
  expect(lengthsOf({ family: "ipv4", length: 32 })).toEqual([]);
  expect(lengthsOf({ family: "ipv6", length: 62 })).toEqual([63, 64]);
});

test("seven days are in time, eight are late where registering is an obligation; tomorrow and no day at all are refused", () => {
  const days = (from: string) => decideDaysTaken(from, "2026-03-02");
  expect(days("2026-02-23")).toMatchObject({ value: 7 });
  const late = (text: string) => [7, 8].map((taken) => isLate(read(text), taken));
  expect(late("198.18.0.0/29")).toEqual([false, true]);
  expect(late("198.18.0.0/30")).toEqual([false, false]);
  expect(days("2026-03-02")).toMatchObject({ value: 0 });
  expect(days("2026-03-03")).toMatchObject({ error: { code: "DAY_IN_FUTURE" } });
  for (const wrong of ["", "2026-02-30", "2 March"])
    expect(days(wrong)).toMatchObject({ error: { code: "DAY_MALFORMED" } });
});

test("the picture of a block says what is free, and what a press on a cell chooses", () => {
  const cells = drawBlock(read("198.18.0.0/22"), [read("198.18.1.0/24"), read("198.18.2.0/29")], 24);
  expect(cells).toHaveLength(64);
  const at = (text: string) => cells.find(({ prefix }) => formatPrefix(prefix) === text);
  expect(at("198.18.0.16/28")).toMatchObject({ state: "free", choice: read("198.18.0.0/24") });
  expect(at("198.18.1.16/28")).toMatchObject({ state: "taken", choice: undefined });
  expect(at("198.18.2.0/28")).toMatchObject({ state: "partly", choice: undefined });
  const small = drawBlock(read("198.18.0.0/22"), [read("198.18.2.0/29")], 30);
  expect(small.find(({ state }) => state === "partly")?.choice).toEqual(read("198.18.2.8/30"));
  expect(drawBlock(read("198.18.0.0/30"), [], 32)).toHaveLength(4);
});

test("drawing from one cell to another means the smallest range that holds both", () => {
  const across = (first: string, last: string) => formatPrefix(rangeAcross(read(first), read(last)));
  expect(across("198.18.0.16/28", "198.18.0.16/28")).toBe("198.18.0.16/28");
  expect(across("198.18.0.16/28", "198.18.0.32/28")).toBe("198.18.0.0/26");
  expect(across("198.18.3.240/28", "198.18.0.0/28")).toBe("198.18.0.0/22");
});
