// Credential codes: what the specification's vectors say, and which typing errors are found.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandomness } from "#test/setup/randomness.ts";
import { base58Alphabet } from "../primitives/base58.ts";
import { groupNames } from "../primitives/group-name.ts";
import {
  generateCredentialCode,
  isWellFormedCredentialCode,
  normalizeCredentialCode,
  publicCredentialOf,
  secretOfCode,
} from "./credential-code.ts";

test("a 22-character code gives the key pair that belenios-tool 3.0 derives", () => {
  const code = "37x1m-H1QXQx-ZvK7v-mGeXWe";
  expect(secretOfCode("Ed25519", "MQnThbqb8JDZCU", code)).toBe(
    5331737832254214888082788558380112484361083602106296885821019887518656618770n,
  );
  expect(publicCredentialOf({ group: "Ed25519", uuid: "MQnThbqb8JDZCU", code })).toBe(
    "55e198390fb0379b66b358c6e5c59fb96f238ba326a4fcc5e3f0f3aabd71b3e7",
  );
});

test("a 15-character code gives the key pair that belenios-tool 2.0 derives", () => {
  const code = "STw-hem-WHp-eEB-PNo";
  expect(secretOfCode("BELENIOS-2048", "kp8tU5yGDtDpnW", code)).toBe(
    75377619682571761110633652208042367045139620631652494325261106616207885053092n,
  );
  expect(publicCredentialOf({ group: "BELENIOS-2048", uuid: "kp8tU5yGDtDpnW", code })).toMatch(
    /^1841629145368254229514264935755594689361069645900626530280119404982153597843820/,
  );
});

test.each(groupNames)(
  "generated codes of %s are well formed and survive being typed with other separators",
  (group) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const code = generateCredentialCode(group, seededRandomness(seed));
        const typed = ` ${code.replaceAll("-", " ")}\n`;
        return isWellFormedCredentialCode(group, code) && normalizeCredentialCode(group, typed) === code;
      }),
      { numRuns: 50 },
    );
  },
);

test("a character of a 15-character code that is mistaken for its neighbour is found", () => {
  const code = generateCredentialCode("BELENIOS-2048", seededRandomness("a code"));
  const wrong = [...code].flatMap((character, index) => {
    const neighbour = base58Alphabet[base58Alphabet.indexOf(character) + 1];
    return character === "-" || neighbour === undefined
      ? []
      : [code.slice(0, index) + neighbour + code.slice(index + 1)];
  });
  expect(wrong.length).toBeGreaterThan(10);
  expect(wrong.filter((typed) => isWellFormedCredentialCode("BELENIOS-2048", typed))).toEqual([]);
});

test.each(["37x1m-H1QXQx-ZvK7v-mGeXW0", "37x1m-H1QXQx-ZvK7v-mGeXW", "37x1mH1QXQxZvK7vmGeXWe", ""])(
  "the text %j is no code",
  (text) => {
    expect(isWellFormedCredentialCode("Ed25519", text)).toBe(false);
  },
);
