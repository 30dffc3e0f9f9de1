// The rules of zones over many prefixes: domain.md is not the only one who can count.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  comparePrefixes,
  prefixAround,
  prefixHolds,
  prefixKeys,
  prefixSize,
} from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { HeldRange } from "./standing-delegation.ts";
import { networksAround, partByStanding } from "./standing-delegation.ts";
import { apexOf, zoneNameOf } from "./zone-name.ts";
import { zoneLengthOf, zonesAround, zonesOf } from "./zone-rules.ts";

const aPrefix = (family: Prefix["family"], shortest: number, longest: number) =>
  fc
    .tuple(
      fc.bigInt({ min: 0n, max: 2n ** BigInt(addressBits(family)) - 1n }),
      fc.integer({ min: shortest, max: longest }),
    )
    .map(([value, length]) => prefixAround({ family, value }, length));

/** A part of the prefix, or all of it. */
const aPartOf = (block: Prefix, longest: number) =>
  fc
    .tuple(fc.bigInt({ min: 0n, max: prefixSize(block) - 1n }), fc.integer({ min: block.length, max: longest }))
    .map(([offset, length]) => prefixAround({ family: block.family, value: block.start + offset }, length));

/** The address backwards, read again: the prefix that the name speaks of. */
function prefixOfName(name: string): Prefix {
  const family = name.endsWith(".ip6.arpa") ? "ipv6" : "ipv4";
  const [step, base] = family === "ipv4" ? [8, 10] : [4, 16];
  const labels = name.split(".").slice(0, -2).reverse();
  const start = labels.reduce((value, label) => (value << BigInt(step)) + BigInt(parseInt(label, base)), 0n);
  const length = labels.length * step;
  return { family, start: start << BigInt(addressBits(family) - length), length };
}

describe("the zones of any block", () => {
  test("of IPv4 cover what is delegated exactly once, in /16 from a block of /16 on and in /24 below it", () => {
    const cases = aPrefix("ipv4", 8, 24).chain((block) =>
      fc.record({ block: fc.constant(block), range: aPartOf(block, block.length <= 16 ? 16 : 24) }),
    );
    fc.assert(
      fc.property(cases, ({ block, range }) => {
        const zones = expectOk(zonesOf(block, range));
        expect(zones).toHaveLength(2 ** ((block.length <= 16 ? 16 : 24) - range.length));
        let next = range.start;
        for (const { prefix, name } of zones) {
          expect(prefix).toEqual({ family: "ipv4", start: next, length: block.length <= 16 ? 16 : 24 });
          expect(prefixOfName(name)).toEqual(prefix);
          next += prefixSize(prefix);
        }
        expect(next).toBe(range.start + prefixSize(range));
        expect(zonesAround(block, range)).toEqual(zones);
      }),
      { numRuns: 300 },
    );
  });

  test("of IPv6 are of four bits and around the whole block, never a part of it", () => {
    const cases = aPrefix("ipv6", 20, 64).chain((block) =>
      fc.record({ block: fc.constant(block), part: aPartOf(block, 128) }),
    );
    fc.assert(
      fc.property(cases, ({ block, part }) => {
        const zones = expectOk(zonesOf(block, block));
        expect(zones.length).toBeLessThanOrEqual(8);
        for (const { prefix, name } of zones) {
          expect(prefix.length % 4).toBe(0);
          expect(prefixOfName(name)).toEqual(prefix);
          expect(prefixHolds(block, prefix)).toBe(true);
          expect(name.endsWith(`.${zoneNameOf(apexOf(prefix))}`)).toBe(true);
        }
        expect(zones.reduce((sum, { prefix }) => sum + prefixSize(prefix), 0n)).toBe(prefixSize(block));
        if (part.length > block.length)
          expect(zonesOf(block, part)).toMatchObject({ error: { code: "RANGE_NOT_WHOLE_BLOCK" } });
      }),
      { numRuns: 300 },
    );
  });

  test("of less than a /24 are none", () => {
    fc.assert(
      fc.property(aPrefix("ipv4", 25, 32), (block) => {
        expect(zonesOf(block, block)).toMatchObject({ error: { code: "BLOCK_TOO_SMALL" } });
      }),
    );
  });
});

describe("which delegations stand", () => {
  const asRange = (prefix: Prefix) => ({ ...prefixKeys(prefix), prefixLength: prefix.length });
  const few = fc.array(
    aPrefix("ipv4", 8, 24)
      .map(({ start, length }) => ({
        family: "ipv4" as const,
        start: (start & (0x3n << 30n)) | (start & 0x7fff00n),
        length,
      }))
      .map((each) => prefixAround({ family: "ipv4", value: each.start }, each.length)),
    { maxLength: 40 },
  );

  test("the networks around a zone are those that hold it, the widest first, as a look at all of them says", () => {
    fc.assert(
      fc.property(few, few, (networks, zones) => {
        const distinct = [...new Map(networks.map((each) => [JSON.stringify(asRange(each)), each])).values()];
        const held = distinct.map((prefix) => ({ ...asRange(prefix), organizationId: "o", prefix }));
        const found = networksAround(
          zones.map((prefix) => ({ ...asRange(prefix), prefix })),
          held,
        );
        expect(found).toHaveLength(zones.length);
        for (const [zone, around] of found)
          expect(around.map(({ prefix }) => prefix)).toEqual(
            distinct.filter((each) => prefixHolds(each, zone.prefix)).sort(comparePrefixes),
          );
      }),
      { numRuns: 300 },
    );
  });

  test("a delegation stands exactly while its zone is the block's and its holder holds something around it", () => {
    const holder = fc.constantFrom("ana", "bea");
    const cases = fc.record({
      block: aPrefix("ipv4", 8, 26),
      of: holder,
      madeFor: fc.option(holder),
      inner: fc.option(holder),
    });
    fc.assert(
      fc.property(cases, ({ block, of, madeFor, inner }) => {
        const length = zoneLengthOf(block) ?? 24;
        const zone = prefixAround({ family: "ipv4", value: block.start }, length);
        const networks: HeldRange[] = [{ ...asRange(block), organizationId: of }];
        if (inner !== null && length > block.length) networks.push({ ...asRange(zone), organizationId: inner });
        const holders = networks.map(({ organizationId }) => organizationId);
        const { standing, gone } = partByStanding([{ ...asRange(zone), organizationId: madeFor }], networks);
        const stands = block.length <= 24 && (madeFor === null || holders.includes(madeFor));
        expect([standing.length, gone.length]).toEqual(stands ? [1, 0] : [0, 1]);
        expect(partByStanding([{ ...asRange(zone), organizationId: madeFor }], []).standing).toEqual([]);
      }),
    );
  });
});
