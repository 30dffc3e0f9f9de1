// Which mails one person may send alone.
import { expect, test } from "vitest";
import { mostWrittenByOne, needsTwo } from "./words-of-one.ts";

test.each([
  ["the product's own words to everybody", { isInOwnWords: false, addresses: 11_166, mayGrow: true }, false],
  ["own words to a few of the roll", { isInOwnWords: true, addresses: mostWrittenByOne, mayGrow: false }, false],
  ["own words to one more", { isInOwnWords: true, addresses: mostWrittenByOne + 1, mayGrow: false }, true],
  ["own words to nobody yet, before there is a roll", { isInOwnWords: true, addresses: 0, mayGrow: true }, true],
])("%s", (_what, mail, isOfTwo) => {
  expect(needsTwo(mail)).toBe(isOfTwo);
});
