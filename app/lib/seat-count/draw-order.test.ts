// The vectors were computed by a program of another language (Python's json and hashlib) after the text at the head of draw-order.ts.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DrawnValue } from "./draw-order.ts";
import { drawOrder, drawText, isDrawForm, isOfForm } from "./draw-order.ts";

const beacon: DrawnValue = {
  result: "ab".repeat(32),
  contest: 0,
  source: "drand quicknet, round 12345678, randomness",
  form: { kind: "hex", length: 64 },
  availableAt: "2026-03-26T18:00:00.000Z",
  value: "0123456789abcdef".repeat(4),
};
const lottery: DrawnValue = {
  ...beacon,
  contest: 1,
  source: "Sorteo nacional n.º 4711, primer premio",
  form: { kind: "digits", length: 5 },
  value: "04711",
};
const numbers: DrawnValue = {
  ...lottery,
  source: "Lotería",
  form: { kind: "numbers", length: 6 },
  value: "3 11 19 24 40 41",
};

test("the text that is hashed is this one, to the letter", () => {
  expect(drawText(beacon, 0)).toBe(
    `{"availableAt":"2026-03-26T18:00:00.000Z","candidate":0,"contest":0,"domain":"plenaria-draw/1","form":{"kind":"hex","length":64},"result":"${"ab".repeat(32)}","source":"drand quicknet, round 12345678, randomness","value":"${"0123456789abcdef".repeat(4)}"}`,
  );
});

// Requirement: CM 17, CM 30
test.each([
  [beacon, [0, 1, 2, 3], [2, 3, 1, 0]],
  [lottery, [0, 1, 2, 3], [0, 2, 1, 3]],
  [numbers, [0, 1, 2, 10], [1, 10, 0, 2]],
])("vector %#: anybody draws the same order", (drawn, candidates, order) => {
  expect(drawOrder(drawn, candidates)).toEqual(order);
  expect(drawOrder(drawn, [...candidates].reverse())).toEqual(order);
});

test("whatever is announced or drawn otherwise gives another draw", () => {
  const changes: Partial<DrawnValue>[] = [
    { result: "cd".repeat(32) },
    { contest: 1 },
    { source: "drand quicknet, round 12345679, randomness" },
    { form: { kind: "hex", length: 63 } },
    { availableAt: "2026-03-26T18:00:03.000Z" },
    { value: "1123456789abcdef".repeat(4) },
  ];
  const texts = new Set(changes.map((change) => drawText({ ...beacon, ...change }, 0)).concat(drawText(beacon, 0)));
  expect(texts.size).toBe(changes.length + 1);
});

test("over many values each of three equals comes first about as often", () => {
  const first = [0, 0, 0];
  for (let round = 0; round < 3000; round += 1) {
    const value = String(round).padStart(5, "0");
    first[drawOrder({ ...lottery, value }, [0, 1, 2])[0]!]! += 1;
  }
  for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(120);
});

test("a value is written in one way only, so that nobody chooses between two draws", () => {
  const [hex, digits, few] = [beacon.form, lottery.form, { kind: "numbers", length: 4 } as const];
  for (const [value, form] of [
    [beacon.value, hex],
    ["04711", digits],
    ["0 7 11 40", few],
  ] as const)
    expect(isOfForm(value, form)).toBe(true);
  for (const [value, form] of [
    [beacon.value.toUpperCase(), hex],
    [`0x${beacon.value.slice(2)}`, hex],
    [beacon.value.slice(1), hex],
    [` ${beacon.value.slice(1)}`, hex],
    ["4711", digits],
    ["0471١", digits],
    ["7 0 11 40", few],
    ["0 07 11 40", few],
    ["0 7  11 40", few],
    ["0 7 7 40", few],
    ["0 7 11 40 41", few],
  ] as const)
    expect(isOfForm(value, form), value).toBe(false);
  fc.assert(fc.property(fc.string(), (value) => isOfForm(value, { kind: "digits", length: 1 }) === false));
  expect(isDrawForm({ kind: "hex", length: 15 })).toBe(false);
});
