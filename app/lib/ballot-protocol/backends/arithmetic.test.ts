// Every fast back end must answer exactly as plain TypeScript does, for members, for strangers, and for the rare values.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { belenios2048Modulus } from "../primitives/belenios2048-constants.ts";
import { groupNames } from "../primitives/group-name.ts";
import { groupNamed } from "../primitives/groups.ts";
import { fastestBackend } from "./fastest-backend.node.ts";
import { signedDigits } from "./webassembly/curve-tables.ts";

describe.each(groupNames)("arithmetic of %s", (name) => {
  const plain = groupNamed(name);
  const fast = fastestBackend.arithmeticOf(name);
  const scalar = fc.oneof(
    fc.bigInt({ min: 0n, max: plain.order - 1n }),
    fc.constantFrom(0n, 1n, 2n, plain.order - 1n, 2n ** 252n, 2n ** 128n - 1n),
  );

  test("is another implementation than the plain one", () => {
    expect(fast.backend).not.toBe(plain.backend);
  });

  test("agrees on powers, products, inverses and texts", () => {
    fc.assert(
      fc.property(scalar, scalar, (first, second) => {
        const [left, right] = [first, second].map((exponent) =>
          plain.serialize(plain.powerOfBase(plain.generator, exponent)),
        );
        const [plainLeft, plainRight] = [plain.parseMember(left ?? ""), plain.parseMember(right ?? "")];
        const [fastLeft, fastRight] = [fast.parseMember(left ?? ""), fast.parseMember(right ?? "")];
        expect(fast.serialize(fastLeft)).toBe(left);
        expect(fast.serialize(fast.powerOfBase(fast.generator, first))).toBe(left);
        expect(fast.serialize(fast.power(fastLeft, second))).toBe(plain.serialize(plain.power(plainLeft, second)));
        expect(fast.serialize(fast.multiply(fastLeft, fastRight))).toBe(
          plain.serialize(plain.multiply(plainLeft, plainRight)),
        );
        expect(fast.serialize(fast.invert(fastLeft))).toBe(plain.serialize(plain.invert(plainLeft)));
        expect(fast.isEqual(fastLeft, fastRight)).toBe(left === right);
      }),
      { numRuns: 15 },
    );
  });

  test("agrees on commitments, also of a key of its own and with shifts", () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, fc.integer({ min: 0, max: 3 }), (key, response, challenge, shift) => {
        const request = (arithmetic: typeof fast) => {
          const element = arithmetic.powerOfBase(arithmetic.generator, key);
          const base = arithmetic.prepareBase(arithmetic.power(element, 3n));
          return arithmetic.recomputeCommitments([
            { base, response, element, challenge, shift },
            { base: arithmetic.generator, response: challenge, element, challenge: response, shift: 0 },
          ]);
        };
        expect(request(fast)).toEqual(request(plain));
      }),
      { numRuns: 10 },
    );
  });

  test("agrees on who is no member", () => {
    const strangers =
      name === "Ed25519"
        ? [
            ...Array.from({ length: 40 }, (_, y) => y.toString(16).padStart(64, "0")),
            ...Array.from({ length: 40 }, (_, y) => (2n ** 255n - 1n - BigInt(y)).toString(16)),
            ...Array.from({ length: 20 }, (_, y) => (2n ** 255n + BigInt(y)).toString(16)),
            "f".repeat(64),
            "1",
            "",
            "A".repeat(64),
          ]
        : [
            "0",
            "1",
            "2",
            "01",
            "0x1",
            "-1",
            "",
            (belenios2048Modulus - 1n).toString(),
            belenios2048Modulus.toString(),
            (belenios2048Modulus + 1n).toString(),
            "3",
            "12345",
          ];
    const verdicts = (arithmetic: typeof fast) => strangers.map((text) => arithmetic.parseMember(text) !== undefined);
    expect(verdicts(fast)).toEqual(verdicts(plain));
  });
});

test("a key whose table was given to another election's key still answers right", () => {
  const [plain, fast] = [groupNamed("Ed25519"), fastestBackend.arithmeticOf("Ed25519")];
  const exponents = Array.from({ length: 12 }, (_, index) => BigInt(index + 1000));
  const bases = exponents.map((exponent) => fast.prepareBase(fast.powerOfBase(fast.generator, exponent)));
  const products = bases.map((base) => fast.serialize(fast.powerOfBase(base, 7n)));
  expect(products).toEqual(
    exponents.map((exponent) => plain.serialize(plain.powerOfBase(plain.generator, 7n * exponent))),
  );
});

test("signed digits write the number that they were made from", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 253n }), fc.constantFrom(4 as const, 8 as const), (value, bits) => {
      const digits = [...signedDigits(value, bits)];
      return digits.reduceRight((sum, digit) => sum * BigInt(1 << bits) + BigInt(digit), 0n) === value;
    }),
    { numRuns: 100 },
  );
});

test("secret powers are the same powers", () => {
  for (const name of groupNames) {
    const group = groupNamed(name);
    const random = (length: number) => Uint8Array.from({ length }, (_, index) => index * 7 + 1);
    const element = group.powerOfBase(group.generator, 5n);
    expect(group.serialize(group.secretPower(element, 77n, random))).toBe(group.serialize(group.power(element, 77n)));
    expect(group.serialize(group.secretPower(group.identity, 77n, random))).toBe(group.serialize(group.identity));
    expect(group.serialize(group.secretPowerOfBase(group.generator, 0n))).toBe(group.serialize(group.identity));
  }
});
