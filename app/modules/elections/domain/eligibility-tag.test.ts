import { expect, test } from "vitest";
import { bindingKeyOf, eligibilityTagOf } from "./eligibility-tag.ts";

const bindingKey = bindingKeyOf({ electionId: "abcdefghijkmno", code: "37x1m-H1QXQx-ZvK7v-mGeXWe" });

test("a code fits the entry and the credential it was issued for, and no other", () => {
  const tag = eligibilityTagOf({ bindingKey, rollEntryId: "entry-1", publicCredential: "55e1" });
  expect(eligibilityTagOf({ bindingKey, rollEntryId: "entry-2", publicCredential: "55e1" })).not.toBe(tag);
  expect(eligibilityTagOf({ bindingKey, rollEntryId: "entry-1", publicCredential: "55e2" })).not.toBe(tag);
});

test("the same code in another election makes another binding key", () => {
  expect(bindingKeyOf({ electionId: "other", code: "37x1m-H1QXQx-ZvK7v-mGeXWe" })).not.toBe(bindingKey);
});
