// What a form may say of a customer: everything on one line, of a bounded length, a network's name as everywhere.
import { expect, test } from "vitest";
import { customerInput, newRecipientInput } from "./sub-assign.input.ts";

const plain = { mayPassOn: false, isResidential: false, name: "", assignedOn: "2026-03-01" };
const recipient = {
  ...{ name: "Panadería", country: "hn", street: "Calle 1", city: "Tela", postalCode: "", phone: "+504 2222 3333" },
  ...{ contactName: "Ana", contactEmail: "ana@trigo.example" },
};

function problemOf(more: Partial<typeof recipient>): string | undefined {
  return newRecipientInput.safeParse({ ...recipient, ...more }).error?.issues[0]?.message;
}

test("a recipient is complete, on one line each, and of a bounded length", () => {
  expect(newRecipientInput.parse(recipient).country).toBe("HN");
  expect(problemOf({ name: "Panadería\nowner: Otra" })).toBe("problems.severalLines");
  expect(problemOf({ contactName: "Ana\u0000" })).toBe("problems.severalLines");
  expect(problemOf({ street: "x".repeat(10_000) })).toBe("problems.tooLong");
  expect(problemOf({ contactEmail: "ana@" })).toBe("problems.emailMalformed");
  expect(problemOf({ city: " " })).toBe("problems.addressMissing");
});

test("a network's name is short and of letters, digits and few marks, and a day no longer than a day", () => {
  const read = (more: object) =>
    customerInput.safeParse({ ...plain, recipient: { handle: "UY-EXAM-LACNIC" }, ...more }).error?.issues[0]?.message;
  expect(read({ name: "ZONA-NORTE 2" })).toBeUndefined();
  expect(read({ name: "<script>" })).toBe("problems.networkNameMalformed");
  expect(read({ name: "x".repeat(61) })).toBe("problems.tooLong");
  expect(read({ assignedOn: "2".repeat(10_000) })).toBe("problems.tooLong");
});
