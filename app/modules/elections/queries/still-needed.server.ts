// Which elections are watched: claims, evidence and proclamation stand on box and roll long after the sum was opened.
import { subDays } from "date-fns";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** How long after its result an election is watched that nobody ever proclaims. */
const watchedDaysAfterResult = 365;

/** A condition for the query; whoever asks leaves out those whose result is official. */
export function isStillNeeded({ clock }: ReadingContext) {
  return { OR: [{ resultAt: null }, { resultAt: { gte: subDays(clock.now(), watchedDaysAfterResult) } }] };
}
