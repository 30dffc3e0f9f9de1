// Every requirement for the code has a test that says so, or a dated decision why not; the document shows which.
import { expect, test } from "vitest";
import { listDecisions, listMarks, listRequirementGroups, requirementsDocument } from "./requirements.ts";
import { textOf } from "./source-files.ts";

const requirements = listRequirementGroups().flatMap((group) => group.requirements);
const known = new Set(requirements.map(({ id }) => id));

test("marks name requirements that exist, above a test that has a name", () => {
  const strange = listMarks().filter(({ id, test: name }) => !known.has(id) || name === "");
  expect(strange.map(({ id, path, line }) => `${path}:${line} ${id}`)).toEqual([]);
});

// Requirement: CM 36
test("a requirement for the code has a test or a dated decision", () => {
  const shown = new Set([...listMarks().map(({ id }) => id), ...listDecisions().map(({ requirement }) => requirement)]);
  const open = requirements.filter(({ id, applies }) => applies !== "organisation" && !shown.has(id));
  expect(open.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});

test("decisions are dated, give a reason and are about something known", () => {
  for (const { requirement, date, decision } of listDecisions()) {
    expect(known.has(requirement), requirement).toBe(true);
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(decision.length).toBeGreaterThan(40);
  }
});

test("docs/verification/requirements.md is as the tests make it: npm run requirements", () => {
  expect(textOf("docs/verification/requirements.md")).toBe(requirementsDocument());
});
