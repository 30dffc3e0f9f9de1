// Whether the wall clock was moved: it is compared with a clock that nobody can set.

/** Both clocks, read at the same time. */
export interface ClockReading {
  readonly wall: Date;
  /** Milliseconds since some start; only ever grows. */
  readonly monotonicMs: number;
}

/** Smaller differences are what time servers correct every day. */
export const toleratedSeconds = 60;

/** By how many seconds the wall clock was put forward (positive) or back (negative) between the readings; undefined when it was not. */
export function findClockJump(before: ClockReading, after: ClockReading): number | undefined {
  const passed = after.monotonicMs - before.monotonicMs;
  const shown = after.wall.getTime() - before.wall.getTime();
  const seconds = Math.round((shown - passed) / 1000);
  return Math.abs(seconds) >= toleratedSeconds ? seconds : undefined;
}
