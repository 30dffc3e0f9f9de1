// Who still holds an entry after a change, and who is somebody else.
import { expect, test } from "vitest";
import { holderNumberAfter } from "./roll-holder.ts";

const vera = { contactAccountId: null, contactName: "Vera Paz", contactEmail: "vera@example.org" };

test.each([
  ["as she was", vera, 3],
  ["written otherwise", { ...vera, contactName: " VERA paz", contactEmail: "Vera@Example.org" }, 3],
  ["under her account by now", { ...vera, contactAccountId: "a1" }, 3],
  ["somebody of the same office's mailbox", { ...vera, contactName: "Ana Luz" }, 4],
  ["one of the same name elsewhere", { ...vera, contactEmail: "vera@example.net" }, 4],
])("%s", (_who, after, number) => {
  expect(holderNumberAfter({ ...vera, holderNumber: 3 }, after)).toBe(number);
});

test("a person with an account is herself with another name and another address", () => {
  const before = { ...vera, contactAccountId: "a1", holderNumber: 1 };
  expect(holderNumberAfter(before, { contactAccountId: "a1", contactName: "Vera", contactEmail: "v@x.org" })).toBe(1);
});
