// The audit bundle of an election as it is handed out: evidence, signatures and, once there is one, the proclamation.
import { writeBundle } from "#app/lib/audit-bundle/index.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { listStatements } from "./certificate.server.ts";

/** The whole file; undefined before there is evidence. */
export async function readBundle(context: ReadingContext, electionId: string): Promise<Uint8Array | undefined> {
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  const archive = await readWholeArchive(context, electionId);
  if (row === null || archive === undefined) return undefined;
  const files = await context.database.evidenceFile.findMany({ where: { electionId } });
  const texts = new TextEncoder();
  return writeBundle({
    electionId,
    evidence: [
      ...files.map(({ path, body }) => ({ path, bytes: texts.encode(body) })),
      { path: "archive.bel", bytes: archive },
    ].sort((left, right) => (left.path < right.path ? -1 : 1)),
    conformity: {
      format: "plenaria-conformity/1",
      statements: await listStatements(context, electionId, row.evidenceHash),
    },
    proclamation:
      row.officialAt === null
        ? undefined
        : {
            format: "plenaria-proclamation/1",
            electionId,
            evidence: row.evidenceHash,
            proclaimedAt: row.officialAt.toISOString(),
            proposedBy: row.proposedBy,
            approvedBy: row.approvedBy,
          },
  });
}
