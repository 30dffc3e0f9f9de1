// A history tells each change once, with who made it, through an end and a new beginning of the same block.
import { expect, test } from "vitest";
import { eventsOf } from "./registration-history.ts";

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
