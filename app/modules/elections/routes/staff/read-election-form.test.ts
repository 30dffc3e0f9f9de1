import { expect, test } from "vitest";
import { readElectionForm } from "./read-election-form.ts";

function formOf(change: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  const fields = {
    ...{ "title.es": "Directorio", "title.en": "Board", "title.pt": "Diretoria", group: "Ed25519" },
    ...{ "contests.0.kind": "candidates", "contests.0.bodyKey": "board", "contests.0.candidates.0.name": "Ana" },
    ...{ "contests.0.minChoices": "1", "contests.0.maxChoices": "1", trusteeThreshold: "2", rollDate: "2026-03-01" },
    ...{ opensAt: "2026-03-10T18:00", closesAt: "2026-03-17T18:00", ...change },
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const trustee of ["a", "b", "c"]) form.append("trusteeAccountIds", trustee);
  return form;
}

test("the first day of the terms is read where it was given, and otherwise left to the body's rules", () => {
  const given = readElectionForm(formOf({ "contests.0.termsBeginOn": "2026-04-01" }));
  expect(given).toMatchObject({ ok: true, value: { contests: [{ termsBeginOn: "2026-04-01" }] } });
  const none = readElectionForm(formOf({ "contests.0.termsBeginOn": "" }));
  expect(none.ok && "termsBeginOn" in none.value.contests[0]! && none.value.contests[0].termsBeginOn).toBeFalsy();
  expect(none.ok).toBe(true);
  expect(readElectionForm(formOf({ "contests.0.termsBeginOn": "2026-03-02" }))).toEqual({
    ok: false,
    error: [{ field: "contests.0.termsBeginOn", code: "TERMS_BEGIN_BEFORE_CLOSE" }],
  });
});
