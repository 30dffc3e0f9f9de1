import { expect, test } from "vitest";
import { canonicalJson } from "./index.ts";

test("the order in which keys were written does not change the text", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
});

test("a member that is undefined is left out", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test("a fraction is refused because two programs may print it differently", () => {
  expect(() => canonicalJson(0.1)).toThrow("not a safe integer");
});
