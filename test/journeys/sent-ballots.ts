// What left a browser when somebody voted: ciphertexts and proofs, and nothing as small as a choice.
import { expect } from "vitest";
import type { Person } from "./person.ts";

/** The texts, numbers and the rest at the ends of the branches. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/** One ballot was sent, nothing beside it but its keys, and no value in it could say what was chosen. */
export function expectOnlyCiphertexts(person: Person, candidates: readonly string[]): void {
  person.expectNeverSent(candidates);
  const casts = person.sent.filter((request) => /^POST \S+\/ballots\n/.test(request));
  expect(casts).toHaveLength(1);
  const cast = JSON.parse(casts[0]?.split("\n").slice(1).join("\n") ?? "") as Record<string, string>;
  expect(Object.keys(cast).sort()).toEqual(["ballot", "bindingKey", "rollEntryId"]);
  const leaves = leavesOf(JSON.parse(cast["ballot"] ?? ""));
  expect(leaves.length).toBeGreaterThan(30);
  expect(leaves.filter((leaf) => typeof leaf !== "string" || leaf.length < 14)).toEqual([]);
}
