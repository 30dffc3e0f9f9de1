import { expect, test } from "vitest";
import { checkCredentials } from "./check-credentials.ts";

const roll = [
  { id: "a", votes: 1, channel: "account" },
  { id: "b", votes: 4, channel: "account" },
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

test("whoever votes by link needs an access key", () => {
  const byLink = roll.map((entry) => ({ ...entry, channel: "link" }));
  expect(checkCredentials(byLink, [4, 1], issued)).toMatchObject({ error: { code: "CREDENTIALS_ENTRY_MISSING" } });
  const withKeys = issued.map((entry) => ({ ...entry, accessKeyHash: "h" }));
  expect(checkCredentials(byLink, [4, 1], withKeys).ok).toBe(true);
});

test("an organisation without a code is refused even when the number fits", () => {
  const twice = [issued[0]!, issued[0]!];
  expect(checkCredentials(roll, [4, 1], twice)).toMatchObject({ error: { code: "CREDENTIALS_ENTRY_MISSING" } });
});
