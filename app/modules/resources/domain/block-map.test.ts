// The map of a block and its utilisation say the same about the same addresses, to the last one.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  parsePrefix,
  prefixAround,
  prefixEnd,
  prefixHolds,
  prefixSize,
} from "#app/lib/ip-addresses/index.ts";
import { cellsOfBlock, partsOfBlock } from "./block-map.ts";
import { shareOf, utilisationOf, utilisationTogether } from "./utilisation.ts";

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is not a prefix`);
  return prefix;
}

const blocks = [read("198.18.0.0/22"), read("203.0.113.0/30"), read("2001:db8::/32"), read("10.0.0.0/8")];

/** A block with disjoint prefixes inside it. */
const aBlockInUse = fc.constantFrom(...blocks).chain((block) => {
  const bits = addressBits(block.family) - block.length;
  const size = prefixSize(block);
  const place = fc.record({
    offset: fc.bigInt({ min: 0n, max: size - 1n }),
    length: fc.integer({ min: block.length + 1, max: block.length + Math.min(bits, 20) }),
  });
  return fc.array(place, { maxLength: 40 }).map((places) => {
    const taken: Prefix[] = [];
    for (const { offset, length } of places) {
      const wished = prefixAround({ family: block.family, value: block.start + offset }, length);
      if (!taken.some((each) => prefixHolds(each, wished) || prefixHolds(wished, each))) taken.push(wished);
    }
    return { block, taken };
  });
});

test("the parts of a block follow each other without gap or overlap, and are what is taken and what is free", () => {
  fc.assert(
    fc.property(aBlockInUse, ({ block, taken }) => {
      const parts = partsOfBlock(
        block,
        taken.map((prefix) => ({ prefix })),
      );
      let next = block.start;
      for (const { prefix } of parts) {
        expect(prefix.start).toBe(next);
        next = prefixEnd(prefix) + 1n;
      }
      expect(next).toBe(prefixEnd(block) + 1n);
      expect(parts.filter((part) => part.taken !== null)).toHaveLength(taken.length);
      const used = parts.reduce((sum, part) => sum + (part.taken === null ? 0n : prefixSize(part.prefix)), 0n);
      expect(utilisationOf(block, taken).taken).toBe(used);
    }),
  );
});

test("the cells of the picture cover the block, and their shares are those of the addresses in them", () => {
  fc.assert(
    fc.property(aBlockInUse, ({ block, taken }) => {
      const cells = cellsOfBlock(block, taken);
      expect(cells.reduce((sum, { prefix }) => sum + prefixSize(prefix), 0n)).toBe(prefixSize(block));
      for (const { prefix, share, part } of cells) {
        const inCell = taken.filter((each) => prefixHolds(each, prefix) || prefixHolds(prefix, each));
        expect(part === -1).toBe(inCell.length === 0);
        expect(share === 1).toBe(
          utilisationOf(prefix, inCell).taken === prefixSize(prefix) ||
            inCell.some((each) => prefixHolds(each, prefix)),
        );
      }
    }),
    { numRuns: 30 },
  );
});

test("80 % is reached at the address that reaches it and not one before", () => {
  const block = read("198.18.0.0/24");
  const first204 = [read("198.18.0.0/25"), read("198.18.0.128/26"), read("198.18.0.192/29"), read("198.18.0.200/30")];
  const before = utilisationOf(block, first204);
  expect([before.taken, before.isReached, before.missing]).toEqual([204n, false, 1n]);
  expect(shareOf(before)).toBe(0.7968);
  const reached = utilisationOf(block, [...first204, read("198.18.0.204/32")]);
  expect([reached.taken, reached.isReached, reached.missing]).toEqual([205n, true, 0n]);
});

test("several blocks are counted together, and a share is never rounded up to the next one", () => {
  const together = utilisationTogether([
    { size: 1n << 96n, taken: (1n << 96n) - 1n },
    { size: 1024n, taken: 0n },
  ]);
  expect(together.isReached).toBe(true);
  expect(shareOf(together)).toBe(0.9999);
});
