// Whether the call of an election is public: once its calendar is, or at once where it has none.
import { findCalendar } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export async function isCallPublic(
  context: ReadingContext,
  { id, hasCall }: { readonly id: string; readonly hasCall: boolean },
): Promise<boolean> {
  if (!hasCall) return false;
  const calendar = await findCalendar(context, id);
  return calendar === undefined || calendar.publishedAt !== null;
}

/** The drafts whose call is public. */
export async function listPublicCalls(context: ReadingContext): Promise<string[]> {
  const drafts = await context.database.election.findMany({
    where: { hasCall: true, rollFrozenAt: null },
    select: { id: true, hasCall: true },
  });
  const open = await Promise.all(drafts.map(async (draft) => ((await isCallPublic(context, draft)) ? [draft.id] : [])));
  return open.flat();
}
