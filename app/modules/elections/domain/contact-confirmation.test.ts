// Where the question to a membership contact stands.
import { expect, test } from "vitest";
import { confirmationStateOf } from "./contact-confirmation.ts";

const asked = { accountId: "ana", confirmedAt: null, correctedAt: null };
const at = new Date("2026-03-01T00:00:00Z");

test("an answer outweighs a bounce, and a new contact outweighs an answer", () => {
  const present = { presentAccountId: "ana", isUndeliverable: false };
  expect(confirmationStateOf(asked, present)).toBe("waiting");
  expect(confirmationStateOf(asked, { ...present, isUndeliverable: true })).toBe("unreachable");
  expect(confirmationStateOf({ ...asked, confirmedAt: at }, { ...present, isUndeliverable: true })).toBe("confirmed");
  expect(confirmationStateOf({ ...asked, correctedAt: at }, present)).toBe("corrected");
  expect(confirmationStateOf({ ...asked, correctedAt: at }, { ...present, presentAccountId: "eva" })).toBe("replaced");
  expect(confirmationStateOf({ ...asked, correctedAt: at }, { ...present, presentAccountId: undefined })).toBe(
    "corrected",
  );
});
