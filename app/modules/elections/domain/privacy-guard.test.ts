// The privacy guard: no number about few organisations, and none that can be computed from the numbers beside it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TurnoutClass } from "./privacy-guard.ts";
import { guardBreakdown, guardDays } from "./privacy-guard.ts";

function turnout(key: string, entitled: number, voted: number): TurnoutClass {
  return { key, entitled, voted };
}

describe("the privacy guard", () => {
  // Requirement: CM 26, CM 19
  test("shows large classes and takes small ones together", () => {
    const outcome = guardBreakdown([
      turnout("HN", 3, 1),
      turnout("BR", 40, 12),
      turnout("UY", 4, 2),
      turnout("AR", 30, 9),
    ]);
    expect(outcome).toEqual({
      isShown: true,
      breakdown: {
        classes: [turnout("BR", 40, 12), turnout("AR", 30, 9)],
        others: { classes: 2, entitled: 7, voted: 3 },
      },
    });
  });

  // Requirement: CM 26
  test("hides a second class where a single hidden one could be computed from the rest", () => {
    const outcome = guardBreakdown([turnout("HN", 3, 1), turnout("BR", 40, 12), turnout("AR", 30, 9)]);
    expect(outcome).toMatchObject({
      breakdown: { classes: [turnout("BR", 40, 12)], others: { classes: 2, entitled: 33, voted: 10 } },
    });
  });

  test("a class of which all or none voted says how each of them did, so it is hidden like a small one", () => {
    const outcome = guardBreakdown([turnout("A", 20, 20), turnout("B", 20, 0), turnout("C", 20, 5)]);
    expect(outcome).toMatchObject({
      breakdown: { classes: [turnout("C", 20, 5)], others: { entitled: 40, voted: 20 } },
    });
  });

  test("shows nothing where nothing can be shown", () => {
    expect(guardBreakdown([turnout("A", 3, 1), turnout("B", 6, 2)])).toEqual({ isShown: false, reason: "too-small" });
    expect(guardBreakdown([turnout("A", 3, 1)])).toEqual({ isShown: false, reason: "too-small" });
    expect(guardBreakdown([])).toEqual({ isShown: false, reason: "too-small" });
  });

  // Requirement: CM 26
  test("whatever the classes: every number shown, and the rest together, is about k organisations, never all or none of them", () => {
    const classes = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(classes, fc.integer({ min: 2, max: 8 }), (sizes, k) => {
        const given = sizes.map(([entitled, voted], place) =>
          turnout(String(place), entitled, Math.min(entitled, voted)),
        );
        const outcome = guardBreakdown(given, k);
        if (!outcome.isShown) return;
        const { classes: shown, others } = outcome.breakdown;
        for (const { entitled, voted } of [...shown, ...(others === null ? [] : [others])]) {
          expect(entitled).toBeGreaterThanOrEqual(k);
          expect(voted).toBeGreaterThan(0);
          expect(voted).toBeLessThan(entitled);
        }
        if (others !== null) expect(others.classes).toBeGreaterThan(1);
        const total = given.reduce((sum, { entitled }) => sum + entitled, 0);
        expect(shown.reduce((sum, { entitled }) => sum + entitled, others?.entitled ?? 0)).toBe(total);
      }),
    );
  });

  test("days with few votes are taken together with the days beside them", () => {
    const days = (...counts: number[]) =>
      counts.map((organizations, place) => ({ day: `2026-03-1${place}`, organizations }));
    expect(
      guardDays(days(10, 2, 4, 9, 1)).map(({ from, until, organizations }) => [
        from.slice(8),
        until.slice(8),
        organizations,
      ]),
    ).toEqual([
      ["10", "10", 10],
      ["11", "12", 6],
      ["13", "14", 10],
    ]);
    expect(guardDays(days(1, 2))).toEqual([]);
    expect(guardDays([])).toEqual([]);
  });
});
