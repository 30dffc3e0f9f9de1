// Which results are official: until then people depend on what is kept of an election, and it is watched.
import type { ReadingContext } from "#app/platform/context.server.ts";

export async function listOfficialElections(context: ReadingContext): Promise<ReadonlySet<string>> {
  const rows = await context.database.certificate.findMany({
    where: { officialAt: { not: null } },
    select: { electionId: true },
  });
  return new Set(rows.map(({ electionId }) => electionId));
}
