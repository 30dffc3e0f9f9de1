// The small parts that everything rests on.
import fc from "fast-check";
import { expect, test } from "vitest";
import { DiscreteLogarithm } from "./discrete-logarithm.ts";
import { groupNamed } from "./groups.ts";
import { randomBase58, isBase58 } from "./base58.ts";
import { modularInverse, parseCanonicalDecimal } from "./scalars.ts";
import { parseStrictJson } from "./strict-json.ts";
import { challengeFrom, hashBase64 } from "./transcript.ts";
import { seededRandomness } from "#test/setup/randomness.ts";

test.each([
  ["0", 0n],
  ["12", 12n],
  ["012", undefined],
  ["-1", undefined],
  ["+1", undefined],
  ["0x1", undefined],
  ["1e1", undefined],
  ["", undefined],
  [12, undefined],
  ["100", undefined],
])("the decimal %j below 100 reads as %s", (text, value) => {
  expect(parseCanonicalDecimal(text, 100n)).toBe(value);
});

test.each(['{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', '[{"a":1},{"x":{"\\u0061":1,"a":2}}]', "{", ""])(
  "the JSON text %s is refused",
  (text) => {
    expect(parseStrictJson(text)).toBeUndefined();
  },
);

test("equal names in different objects are no repetition", () => {
  expect(parseStrictJson('[{"a":1},{"a":"a:{"},{"b":{"a":2},"a":[]}]')).toEqual([
    { a: 1 },
    { a: "a:{" },
    { b: { a: 2 }, a: [] },
  ]);
});

test("a fingerprint is SHA-256 in Base64 without padding", () => {
  expect(hashBase64("")).toBe("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
});

test("a challenge hashes the prefix and the commitments joined by commas", () => {
  expect(challengeFrom("p|", ["a", "b"], 1n << 256n)).toBe(challengeFrom("p|a,b", [], 1n << 256n));
});

test("an inverse times its number is one", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10_006n }),
      (value) => (modularInverse(value, 10_007n) * value) % 10_007n === 1n,
    ),
  );
});

test("small exponents are found up to the limit and not above it", () => {
  const group = groupNamed("Ed25519");
  const logarithm = new DiscreteLogarithm(group, 50);
  const find = (exponent: bigint) => logarithm.find(group.powerOfBase(group.generator, exponent));
  expect([0n, 1n, 49n, 50n, 51n, 1000n].map(find)).toEqual([0, 1, 49, 50, undefined, undefined]);
});

test("random texts use the whole alphabet and nothing else", () => {
  const text = randomBase58(3000, seededRandomness("alphabet"));
  expect([isBase58(text), new Set(text).size]).toEqual([true, 58]);
});
