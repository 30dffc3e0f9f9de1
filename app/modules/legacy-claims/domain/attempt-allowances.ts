// How often OWNER-ID and one-time password may be tried, and how the waiting grows. Right ones count too: nobody has many to enter.
import type { Allowance } from "#app/platform/rate-limits.server.ts";

const hour = 60 * 60;

/** One person, from wherever: twice what one password allows. */
export const attemptsOfPerson: Allowance = {
  ...{ name: "legacy-claim", free: 10, firstWaitSeconds: 60, longestWaitSeconds: hour },
  memorySeconds: 24 * hour,
};

/** One network, whoever is signed in there. */
export const attemptsOfNetwork: Allowance = {
  ...{ name: "legacy-claim-network", free: 40, firstWaitSeconds: 30, longestWaitSeconds: hour },
  memorySeconds: 24 * hour,
};
