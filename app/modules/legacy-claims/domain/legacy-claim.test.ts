// The decision about an attempt, and the password itself.
import { expect, test } from "vitest";
import { seededRandomness } from "#app/platform/randomness.server.ts";
import type { LegacyClaim } from "./legacy-claim.ts";
import { judgeAttempt, standingOf } from "./legacy-claim.ts";
import { hashOneTimePassword, newOneTimePassword } from "./one-time-password.ts";

const now = new Date("2026-03-02T15:00:00Z");
const later = new Date("2026-03-09T15:00:00Z");
const typedHash = hashOneTimePassword("right");

function aClaim(wish: Partial<LegacyClaim> = {}): LegacyClaim {
  const base = { id: "1", organizationId: "o", accountId: "ana", state: "issued", triesLeft: 5, expiresAt: later };
  return { ...base, passwordHash: typedHash, ...wish };
}

test("a password has 128 random bits in 26 letters, and is the same however its groups are typed", () => {
  expect(newOneTimePassword(() => new Uint8Array(16).fill(255))).toBe("7zzzz-zzzzz-zzzzz-zzzzz-zzzzzz");
  expect(newOneTimePassword(() => new Uint8Array(16))).toBe("00000-00000-00000-00000-000000");
  const random = seededRandomness("passwords");
  const all = Array.from({ length: 500 }, () => newOneTimePassword(random));
  expect(new Set(all).size).toBe(500);
  expect(hashOneTimePassword(" 7ZZZZ zzzzzOil ")).toBe(hashOneTimePassword("7zzzz-zzzzz011"));
  expect(hashOneTimePassword("7zzzz")).not.toBe(hashOneTimePassword("7zzzy"));
});

test("every refusal has its reason for the desk, and only the user's own open claim can be right", () => {
  const judge = (claims: readonly LegacyClaim[] | undefined, hash = typedHash) => {
    const attempt = judgeAttempt(claims, { accountId: "ana", typedHash: hash, now });
    return attempt.kind === "right" ? `right ${attempt.claim.id}` : attempt.reason;
  };
  const wrong = hashOneTimePassword("wrong");
  expect(judge(undefined)).toBe("unknown-owner-id");
  expect(judge([])).toBe("no-claim");
  expect(judge([aClaim({ accountId: "bea" })])).toBe("another-user");
  expect(judge([aClaim({ accountId: "bea" })], wrong)).toBe("no-claim");
  expect(judge([aClaim({ state: "requested", passwordHash: null, expiresAt: null, triesLeft: 0 })])).toBe("not-issued");
  expect(judge([aClaim()], wrong)).toBe("wrong-password");
  expect(judge([aClaim({ expiresAt: now })])).toBe("expired");
  expect(judge([aClaim({ triesLeft: 0 })])).toBe("used-up");
  expect(judge([aClaim({ state: "revoked" })])).toBe("revoked");
  expect(judge([aClaim({ state: "claimed" })])).toBe("claimed");
  expect(judge([aClaim({ id: "2", state: "claimed" }), aClaim()])).toBe("right 1");
});

test("an empty hash fits nothing, not even what hashes to nothing", () => {
  const attempt = judgeAttempt([aClaim({ passwordHash: null })], { accountId: "ana", typedHash: "", now });
  expect(attempt).toMatchObject({ kind: "refused", reason: "wrong-password" });
  expect(standingOf(aClaim(), new Date(later.getTime() - 1))).toBe("issued");
  expect(standingOf(aClaim(), later)).toBe("expired");
});
