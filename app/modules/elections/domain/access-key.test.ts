// The access key proves the code and gives nothing of it away.
import { expect, test } from "vitest";
import { accessKeyHashOf, accessKeyOf } from "./access-key.ts";
import { bindingKeyOf } from "./eligibility-tag.ts";

const input = { electionId: "MQnThbqb8JDZCU", code: "37x1m-H1QXQx-ZvK7v-mGeXWe" };

test("the key of another code or another election is another key", () => {
  const keys = [
    accessKeyOf(input),
    accessKeyOf({ ...input, code: "37x1m-H1QXQx-ZvK7v-mGeXWf" }),
    accessKeyOf({ ...input, electionId: "kp8tU5yGDtDpnW" }),
  ];
  expect(new Set(keys).size).toBe(3);
});

// Requirement: CM 21
test("key, stored hash and binding key differ, and none contains the code", () => {
  const accessKey = accessKeyOf(input);
  const values = [accessKey, accessKeyHashOf({ ...input, accessKey }), bindingKeyOf(input)];
  expect(new Set(values).size).toBe(3);
  for (const value of values) expect(value).toMatch(/^[0-9a-f]{64}$/);
});
