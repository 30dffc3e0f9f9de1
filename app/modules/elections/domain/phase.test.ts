import { expect, test } from "vitest";
import { isDueToClose, phaseOf } from "./phase.ts";

const opensAt = new Date("2026-05-21T18:00:00Z");
const closesAt = new Date("2026-05-28T18:00:00Z");
const sealed = {
  rollFrozenAt: new Date("2026-05-01T00:00:00Z"),
  sealedAt: new Date("2026-05-20T00:00:00Z"),
  opensAt,
  closesAt,
  closedAt: null,
  resultAt: null,
  cancelledAt: null,
};

test("a sealed election opens at its opening instant and not a millisecond earlier", () => {
  expect(phaseOf(sealed, new Date(opensAt.getTime() - 1))).toBe("sealed");
  expect(phaseOf(sealed, opensAt)).toBe("open");
});

test("voting is over at the closing instant itself", () => {
  expect(phaseOf(sealed, new Date(closesAt.getTime() - 1))).toBe("open");
  expect(phaseOf(sealed, closesAt)).toBe("counting");
  expect(isDueToClose(sealed, closesAt)).toBe(true);
});

test("a clock that is put back does not open a closed box again", () => {
  const closed = { ...sealed, closedAt: closesAt };
  expect(phaseOf(closed, opensAt)).toBe("counting");
  expect(isDueToClose(closed, closesAt)).toBe(false);
});

test("an election whose box was never sealed does not open when its time comes", () => {
  expect(phaseOf({ ...sealed, sealedAt: null }, opensAt)).toBe("preparing");
  expect(phaseOf({ ...sealed, sealedAt: null, rollFrozenAt: null }, opensAt)).toBe("draft");
});

test("an election that was called off stays so, whatever the clock says and whatever had happened before", () => {
  const cancelled = { ...sealed, cancelledAt: new Date("2026-05-22T00:00:00Z") };
  expect(phaseOf(cancelled, opensAt)).toBe("cancelled");
  expect(phaseOf({ ...cancelled, closedAt: closesAt }, closesAt)).toBe("cancelled");
  expect(isDueToClose(cancelled, closesAt)).toBe(false);
});
