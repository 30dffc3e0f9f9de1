// How often one person may have name servers asked: enough for a day's work on many blocks, too little to trouble anybody with the questions.
import type { Allowance } from "#app/platform/rate-limits.server.ts";

export const checksOfPerson: Allowance = {
  ...{ name: "delegation-checks", free: 120, firstWaitSeconds: 10, longestWaitSeconds: 300 },
  memorySeconds: 60 * 60,
};
