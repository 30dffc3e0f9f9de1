// The sealed elections that somebody may still depend on: whoever watches leaves out those whose result is official.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { isStillNeeded } from "./still-needed.server.ts";

export interface SealedElection {
  readonly electionId: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
}

export async function listSealedElections(context: ReadingContext): Promise<SealedElection[]> {
  const sealed = await context.database.election.findMany({
    where: { sealedAt: { not: null }, ...isStillNeeded(context) },
    select: { id: true, title: true, isTest: true },
  });
  return sealed.map(({ id, title, isTest }) => ({ electionId: id, title: title as Trilingual, isTest }));
}
