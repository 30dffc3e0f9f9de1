// Until when members may object to the roll. Source: domain facts §2.4 (claims about the roll are decided before voting).
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** Whether members may still object to the roll, or will; elections without a calendar have no such window. */
export async function isRollClaimable(context: ReadingContext, electionId: string): Promise<boolean> {
  const end = await findRollClaimWindow(context, electionId);
  return end !== null && context.clock.now() < end;
}

/** The end of the time for claims about the roll; null where no calendar says one. */
export async function findRollClaimWindow(context: ReadingContext, electionId: string): Promise<Date | null> {
  const window = (await findStages(context, electionId)).find(({ kind }) => kind === "roll-claims");
  return window?.closesAt ?? window?.opensAt ?? null;
}
