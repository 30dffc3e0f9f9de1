// Whether everybody may know of an election. Drafts are not public until their calendar is: the call announces the election.
import { isCalendarPublished } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isCallPublic } from "./call.server.ts";
import type { ElectionView } from "./elections.server.ts";

/** Before that it has no public page, also where it was called off. */
export async function isAnnounced(context: ReadingContext, election: ElectionView): Promise<boolean> {
  return (
    election.reached !== "draft" ||
    (await isCalendarPublished(context, election.id)) ||
    (await isCallPublic(context, election))
  );
}
