import { expect, test } from "vitest";
import { checkCredentials } from "./check-credentials.ts";

const roll = [
  { id: "a", votes: 1 },
  { id: "b", votes: 4 },
];
const issued = roll.map(({ id }) => ({ rollEntryId: id, eligibilityTag: "t", sealedVotingCode: "s" }));

test("the weights may come in any order, because their order must reveal nothing", () => {
  expect(checkCredentials(roll, [4, 1], issued).ok).toBe(true);
});

test("a credential that got another weight than the roll gives is refused", () => {
  expect(checkCredentials(roll, [4, 4], issued)).toMatchObject({
    ok: false,
    error: { code: "CREDENTIALS_WEIGHTS_DIFFER" },
  });
});

test("a credential too many is refused", () => {
  expect(checkCredentials(roll, [4, 1, 1], issued)).toMatchObject({ error: { code: "CREDENTIALS_COUNT_DIFFERS" } });
});

test("an organisation without a code is refused even when the number fits", () => {
  const twice = [issued[0]!, issued[0]!];
  expect(checkCredentials(roll, [4, 1], twice)).toMatchObject({ error: { code: "CREDENTIALS_ENTRY_MISSING" } });
});
