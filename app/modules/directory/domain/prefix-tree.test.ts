// The tree in memory against a search that looks at every prefix: whatever is put and taken out, in any order.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  comparePrefixes,
  formatPrefix,
  prefixAround,
  prefixEnd,
  prefixHolds,
} from "#app/lib/ip-addresses/index.ts";
import { PrefixTree } from "./prefix-tree.ts";

/** Prefixes of a small space, so that they meet often; those of the two families have the same numbers. */
const prefixes = fc
  .record({
    family: fc.constantFrom("ipv4" as const, "ipv6" as const),
    value: fc.bigInt({ min: 0n, max: 63n }),
    bits: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ family, value, bits }) => prefixAround({ family, value }, addressBits(family) - bits));

const acts = fc.array(fc.record({ prefix: prefixes, isPut: fc.boolean() }), { maxLength: 60 });

function smallestAround(all: readonly Prefix[], wanted: Prefix): Prefix | undefined {
  return all.filter((each) => prefixHolds(each, wanted)).sort((left, right) => right.length - left.length)[0];
}

function expectSame(tree: PrefixTree<Prefix>, all: readonly Prefix[], wanted: Prefix): void {
  const sorted = [...all].sort(comparePrefixes);
  const inside = sorted.filter((each) => prefixHolds(wanted, each) && each.length > wanted.length);
  const above = sorted.filter((each) => prefixHolds(each, wanted) && each.length < wanted.length).reverse();
  expect(tree.around(wanted.family, wanted.start, prefixEnd(wanted))).toEqual(smallestAround(all, wanted));
  expect(tree.above(wanted)).toEqual(above);
  expect([...tree.inside(wanted)]).toEqual(inside);
  expect([...tree.inside(wanted, "direct")]).toEqual(
    inside.filter((each) => !inside.some((other) => other !== each && prefixHolds(other, each))),
  );
  expect([...tree.inside(wanted, "innermost")]).toEqual(
    inside.filter((each) => !inside.some((other) => other !== each && prefixHolds(each, other))),
  );
}

test("after any acts it answers as a search through all prefixes does", () => {
  fc.assert(
    fc.property(acts, fc.array(prefixes, { minLength: 1, maxLength: 8 }), (done, wanted) => {
      const tree = new PrefixTree<Prefix>();
      const all = new Map<string, Prefix>();
      for (const { prefix, isPut } of done) {
        const before = all.get(formatPrefix(prefix));
        expect(isPut ? tree.put(prefix, prefix) : tree.remove(prefix)).toEqual(before);
        if (isPut) all.set(formatPrefix(prefix), prefix);
        else all.delete(formatPrefix(prefix));
      }
      expect(tree.size).toBe(all.size);
      for (const each of wanted) {
        expectSame(tree, [...all.values()], each);
        expect(tree.at(each)).toEqual(all.get(formatPrefix(each)));
      }
    }),
    { numRuns: 300 },
  );
});

test("put one by one or all at once, it is the same tree", () => {
  fc.assert(
    fc.property(fc.uniqueArray(prefixes, { selector: formatPrefix, maxLength: 40 }), prefixes, (all, wanted) => {
      expectSame(
        PrefixTree.of(all.map((prefix) => ({ prefix, ...prefix }))),
        all.map((prefix) => ({ prefix, ...prefix })),
        wanted,
      );
    }),
    { numRuns: 200 },
  );
});
