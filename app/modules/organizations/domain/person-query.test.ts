import { expect, test } from "vitest";
import { maskedEmail, readPersonQuery, suggestionText } from "./person-query.ts";

test("a user ID is recognised alone and inside a chosen suggestion", () => {
  expect(readPersonQuery(" map193 ")).toEqual({ kind: "userId", userId: "MAP193" });
  const chosen = suggestionText({ name: "Ana (la menor) Paz", userId: "ANA7" });
  expect(readPersonQuery(chosen)).toEqual({ kind: "userId", userId: "ANA7" });
});

test("anything else is searched for", () => {
  expect(readPersonQuery("Ana Paz")).toEqual({ kind: "words", words: "Ana Paz" });
  expect(readPersonQuery("ana@red.example")).toEqual({ kind: "words", words: "ana@red.example" });
  expect(readPersonQuery("CAO")).toEqual({ kind: "words", words: "CAO" });
  expect(readPersonQuery("  ")).toBeUndefined();
});

test("an e-mail is shown so that its owner is recognised and nobody can write to it", () => {
  expect(maskedEmail("ana.paz@red.example")).toBe("a•••@red.example");
  expect(maskedEmail("@red.example")).toBe("•••");
});
