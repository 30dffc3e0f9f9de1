// How much one person may do to blocks by hand: a day's work of a busy provider, and far less than would trouble anybody else.
import type { Allowance } from "#app/platform/rate-limits.server.ts";

/** Acts and their previews. */
export const actsOfPerson: Allowance = {
  ...{ name: "sub-assignment-acts", free: 600, firstWaitSeconds: 2, longestWaitSeconds: 30 },
  memorySeconds: 60 * 60,
};

/** Recipients that are entered anew, each of whom is written to. */
export const recipientsOfPerson: Allowance = {
  ...{ name: "sub-assignment-recipients", free: 100, firstWaitSeconds: 30, longestWaitSeconds: 600 },
  memorySeconds: 24 * 60 * 60,
};
