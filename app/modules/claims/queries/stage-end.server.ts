// The end of a stage of the election's calendar; null where the election has no calendar or no such stage.
import type { ReadingContext } from "#app/platform/context.server.ts";

export function stageEnd(_context: ReadingContext, _electionId: string, _kind: string): Promise<string | null> {
  return Promise.resolve(null);
}
