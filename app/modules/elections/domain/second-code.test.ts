// The second code: long enough, forgiving where it is typed, and neither follows from its key nor its key from the hash.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandomness } from "#test/setup/randomness.ts";
import {
  drawSecondCode,
  isWellFormedSecondCode,
  normalizeSecondCode,
  secondKeyHashOf,
  secondKeyOf,
} from "./second-code.ts";

const electionId = "MQnThbqb8JDZCU";

test("a drawn code survives being typed in small letters, with other separators and with letters that look like digits", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const code = drawSecondCode(seededRandomness(seed));
      const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}\n`;
      return isWellFormedSecondCode(code) && normalizeSecondCode(typed) === code;
    }),
    { numRuns: 50 },
  );
});

// Requirement: CM 21
test("it carries more than 128 bits: every byte that is drawn decides five of them", () => {
  const drawn = new Set<string>();
  for (let byte = 0; byte < 256; byte += 1) drawn.add(drawSecondCode((count) => new Uint8Array(count).fill(byte)));
  expect(drawn.size).toBe(32);
  const characters = drawSecondCode(() => new Uint8Array(28)).replaceAll("-", "").length;
  expect(characters * 5).toBeGreaterThanOrEqual(128);
});

test.each(["", "37x1m-H1QXQx-ZvK7v-mGeXWe", "0000-0000-0000-0000-0000-0000-000", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU"])(
  "%j is none",
  (text) => {
    expect(isWellFormedSecondCode(normalizeSecondCode(text))).toBe(false);
  },
);

test("of another code or another election the key is another one, and the hash is not the key", () => {
  const [one, two] = ["a", "b"].map((seed) => drawSecondCode(seededRandomness(seed)));
  const key = secondKeyOf({ electionId, secondCode: one! });
  const others = [
    secondKeyOf({ electionId, secondCode: two! }),
    secondKeyOf({ electionId: "kp8tU5yGDtDpnW", secondCode: one! }),
    secondKeyHashOf({ electionId, secondKey: key }),
  ];
  expect(new Set([key, ...others]).size).toBe(4);
  for (const value of [key, ...others]) expect(value).toMatch(/^[0-9a-f]{64}$/);
});
