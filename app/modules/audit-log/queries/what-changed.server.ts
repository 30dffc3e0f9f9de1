// What was written since an entry of the log: for a program that keeps something in memory and must know what to read anew.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface ChangedSubject {
  readonly sequence: number;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The number of the last entry; 0 before the first. */
export async function lastSequence(context: ReadingContext): Promise<number> {
  const tail = await context.database.auditTail.findUnique({ where: { id: 1 } });
  return tail?.sequence ?? 0;
}

/** What the entries after this one are about, oldest first, at most `limit`; not what they say. */
export function listChangedSince(context: ReadingContext, sequence: number, limit: number): Promise<ChangedSubject[]> {
  return context.database.auditEntry.findMany({
    where: { sequence: { gt: sequence } },
    select: { sequence: true, action: true, subjectType: true, subjectId: true },
    orderBy: { sequence: "asc" },
    take: limit,
  });
}
