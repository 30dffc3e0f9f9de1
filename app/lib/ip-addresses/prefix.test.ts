// Prefixes, their keys and the free space between them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Prefix } from "./index.ts";
import {
  addressBits,
  addressKey,
  addressesTaken,
  addressOfKey,
  bestFit,
  comparePrefixes,
  formatPrefix,
  freePrefixes,
  parseAddress,
  parsePrefix,
  prefixAround,
  prefixEnd,
  prefixHolds,
  prefixKeys,
  prefixOfKey,
  prefixSize,
} from "./index.ts";

const prefixes = fc
  .constantFrom("ipv4" as const, "ipv6" as const)
  .chain((family) =>
    fc
      .tuple(fc.bigInt(0n, (1n << BigInt(addressBits(family))) - 1n), fc.integer({ min: 0, max: addressBits(family) }))
      .map(([value, length]) => prefixAround({ family, value }, length)),
  );

const block = read("192.0.2.0/24");

/** Some prefixes inside the block, of many lengths. */
const parts = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 25, max: 32 }))
    .map(([host, length]) => prefixAround({ family: "ipv4", value: block.start + BigInt(host) }, length)),
  { maxLength: 12 },
);

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

describe("prefixes as text", () => {
  test.each(["200.3.12.0/22", "0.0.0.0/0", "255.255.255.255/32", "2001:db8::/32", "::/0", "2001:db8::1/128"])(
    "%s is read and written as it is",
    (text) => expect(formatPrefix(read(text))).toBe(text),
  );

  test.each([
    ["bits behind the length", "200.3.12.1/22"],
    ["bits behind the length", "2001:db8::1/64"],
    ["too long a length", "200.3.12.0/33"],
    ["too long a length", "2001:db8::/129"],
    ["a length with a zero before it", "200.3.12.0/022"],
    ["octets with a zero before them", "200.03.12.0/22"],
    ["no length", "200.3.12.0"],
    ["three numbers", "200.3.12/22"],
    ["words", "net/24"],
    ["nothing", ""],
  ])("%s is refused: %s", (_, text) => expect(parsePrefix(text)).toBeUndefined());

  test("an address is of the family that its text says", () => {
    expect(parseAddress("200.3.12.1")).toEqual({ family: "ipv4", value: 0xc8030c01n });
    expect(parseAddress("::1")).toEqual({ family: "ipv6", value: 1n });
    expect(parseAddress("12345")).toBeUndefined();
  });
});

describe("keys", () => {
  test("are the family's digit and the number in fixed width", () => {
    expect(prefixKeys(read("200.3.12.0/22"))).toEqual({ startKey: "4c8030c00", endKey: "4c8030fff" });
    expect(prefixKeys(read("2001:db8::/32")).startKey).toBe("620010db8000000000000000000000000");
  });

  test("sort as the addresses count, and lead back to the prefix", () => {
    fc.assert(
      fc.property(prefixes, prefixes, (left, right) => {
        const [leftKey, rightKey] = [prefixKeys(left).startKey, prefixKeys(right).startKey];
        if (left.family === right.family) expect(leftKey < rightKey).toBe(left.start < right.start);
        expect(prefixOfKey(leftKey, left.length)).toEqual(left);
        expect(addressOfKey(prefixKeys(left).endKey).value).toBe(prefixEnd(left));
      }),
    );
  });

  test("of the two families never mix", () => {
    expect(addressKey({ family: "ipv4", value: 0xffffffffn }) < addressKey({ family: "ipv6", value: 0n })).toBe(true);
  });
});

describe("free space", () => {
  test("two prefixes lie one in the other or apart", () => {
    fc.assert(
      fc.property(prefixes, prefixes, (left, right) => {
        const isApart = left.family !== right.family || prefixEnd(left) < right.start || prefixEnd(right) < left.start;
        expect(prefixHolds(left, right) || prefixHolds(right, left)).toBe(!isApart);
      }),
    );
  });

  test("free and taken are the whole block, and share no address", () => {
    fc.assert(
      fc.property(parts, (taken) => {
        const free = freePrefixes(block, taken);
        const isTaken = (address: bigint) => taken.some((each) => each.start <= address && address <= prefixEnd(each));
        const isFree = (address: bigint) => free.some((each) => each.start <= address && address <= prefixEnd(each));
        let count = 0n;
        for (let address = block.start; address <= prefixEnd(block); address += 1n) {
          expect(isFree(address)).toBe(!isTaken(address));
          if (isTaken(address)) count += 1n;
        }
        expect(addressesTaken(block, taken)).toBe(count);
        expect(free).toEqual([...free].sort(comparePrefixes));
      }),
    );
  });

  test("the best fit lies in the smallest free prefix that holds it, at its lowest address", () => {
    const free = freePrefixes(block, [read("192.0.2.0/26"), read("192.0.2.128/28")]);
    expect(free.map(formatPrefix)).toEqual(["192.0.2.64/26", "192.0.2.144/28", "192.0.2.160/27", "192.0.2.192/26"]);
    expect(bestFit(free, 28)).toEqual(read("192.0.2.144/28"));
    expect(bestFit(free, 29)).toEqual(read("192.0.2.144/29"));
    expect(bestFit(free, 27)).toEqual(read("192.0.2.160/27"));
    expect(bestFit(free, 26)).toEqual(read("192.0.2.64/26"));
    expect(bestFit(free, 25)).toBeUndefined();
  });

  test("nothing is free in a block that is taken as a whole, and everything in an untouched one", () => {
    expect(freePrefixes(block, [read("192.0.0.0/16")])).toEqual([]);
    expect(freePrefixes(block, [read("198.51.100.0/24")])).toEqual([block]);
    expect(prefixSize(block)).toBe(256n);
  });
});
