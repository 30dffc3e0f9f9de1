// Who of those who stand has which account. Never part of what is published: there people have names.
import type { ReadingContext } from "#app/platform/context.server.ts";

/** By "contest/position" as in the archive; those of whom only a name is known are not in it. */
export async function listAccountsOfCandidates(
  context: ReadingContext,
  electionId: string,
): Promise<ReadonlyMap<string, string>> {
  const candidates = await context.database.candidate.findMany({
    where: { contest: { electionId }, accountId: { not: null } },
    select: { position: true, accountId: true, contest: { select: { position: true } } },
  });
  return new Map(
    candidates.map(({ contest, position, accountId }) => [`${contest.position}/${position}`, accountId ?? ""]),
  );
}
