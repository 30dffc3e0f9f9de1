// Seals, and what becomes of a mail that was refused.
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { expect, test } from "vitest";
import { fateOf, nextAttemptAt } from "./delivery-rules.ts";
import { openSeal, sealForMailRoom } from "./seal.ts";

test("only the identity that belongs to the recipient opens a seal", async () => {
  const identity = await generateX25519Identity();
  const properties = { toAddress: "maria@example.org", code: "7KQ2-M8RT" };
  const sealed = await sealForMailRoom(await identityToRecipient(identity), properties);
  expect(sealed).not.toContain("maria");
  expect(await openSeal(identity, sealed)).toEqual(properties);
  await expect(openSeal(await generateX25519Identity(), sealed)).rejects.toThrow();
});

test.each([
  ["a refusal for now", { responseCode: 451, message: "later" }, true, "again"],
  ["a refusal for good", { responseCode: 550, message: "nobody" }, true, "failed"],
  ["no connection", { message: "ECONNREFUSED" }, false, "again"],
  ["a line that broke after the text", { message: "closed" }, true, "unknown"],
])("%s means %s", (_what, error, wasHandedOver, kind) => {
  expect(fateOf(error, wasHandedOver).kind).toBe(kind);
});

test("is tried ten more times within two days, ever more slowly, and then no more", () => {
  const now = new Date("2026-03-02T15:00:00Z");
  const waits = Array.from(
    { length: 10 },
    (_, index) => (nextAttemptAt(now, index + 1)?.getTime() ?? 0) - now.getTime(),
  );
  expect(waits).toEqual([...waits].sort((left, right) => left - right));
  expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(44 * 3_600_000);
  expect(nextAttemptAt(now, 11)).toBeUndefined();
});
