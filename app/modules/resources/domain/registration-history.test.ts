// A history tells each change once, with who made it, through an end and a new beginning of the same block.
import { expect, test } from "vitest";
import { eventsOf, sinceHolder } from "./registration-history.ts";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));

test("each change stands with its author and only the fields that differ; an end and a new beginning are told as such", () => {
  const former = [
    {
      ...{ state: { name: "A", originAsn: null }, isLast: false, changedByName: "Ana" },
      ...{ validFrom: day(1), validUntil: day(2) },
    },
    {
      ...{ state: { name: "B", originAsn: null }, isLast: true, changedByName: "Berta" },
      ...{ validFrom: day(2), validUntil: day(3) },
    },
  ];
  expect(eventsOf(former, { state: { name: "C", originAsn: 64496 }, since: day(5) })).toEqual([
    { at: day(5), by: null, kind: "registered", changes: [] },
    { at: day(3), by: "Berta", kind: "withdrawn", changes: [] },
    { at: day(2), by: "Ana", kind: "changed", changes: [{ field: "name", before: "A", after: "B" }] },
    { at: day(1), by: null, kind: "registered", changes: [] },
  ]);
});

test("whoever may not see former holders sees what was since the present one has it, and not a word of those before", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const state = (organizationId: string, name: string) => ({ organizationId, name });
  const was = (day: number, now: Record<string, string>, isLast = false) => ({
    ...{ state: now, validFrom: at(day), validUntil: at(day + 1), isLast, changedByName: `who on ${day + 1}` },
  });
  const home = was(1, state("a home", "ZONA"), true);
  const former = [home, was(5, state("bakery", "ONE")), was(6, state("bakery", "TWO"))];
  const now = { state: state("bakery", "THREE"), since: at(7) };
  const events = eventsOf(sinceHolder(former, "bakery"), now);
  expect(events.map(({ kind, by }) => [kind, by])).toEqual([
    ["changed", "who on 7"],
    ["changed", "who on 6"],
    ["registered", null],
  ]);
  expect(JSON.stringify(events)).not.toContain("home");
  expect(sinceHolder([was(1, state("seller", "X")), ...former.slice(1)], "bakery")).toHaveLength(2);
  expect(sinceHolder([home], "bakery")).toEqual([]);
});
