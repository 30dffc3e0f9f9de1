// The audit bundle of an election as it is handed out: evidence, signatures and, once there is one, the proclamation.
import type { BundledArchives } from "#app/lib/audit-bundle/index.ts";
import { inEvidenceOrder, writeBundle } from "#app/lib/audit-bundle/index.ts";
import { listDisputes, readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { listStatements } from "./certificate.server.ts";

/** What was counted, and the whole box where a decision left something out; undefined before the box is sealed. */
export async function readArchives(context: ReadingContext, electionId: string): Promise<BundledArchives | undefined> {
  const archive = await readWholeArchive(context, electionId);
  const disputes = await listDisputes(context, electionId);
  if (archive === undefined || !disputes.some(({ state }) => state === "excluded")) return archive && { archive };
  const box = await readWholeArchive(context, electionId, { isBox: true });
  // Why compared: a mandate that is left out and never voted takes nothing out of the box, which then counts itself.
  return box === undefined || Buffer.from(box).equals(Buffer.from(archive)) ? { archive } : { archive, box };
}

/** The whole file; undefined before there is evidence. */
export async function readBundle(context: ReadingContext, electionId: string): Promise<Uint8Array | undefined> {
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  const archives = await readArchives(context, electionId);
  if (row === null || archives === undefined) return undefined;
  const files = await context.database.evidenceFile.findMany({ where: { electionId } });
  const texts = new TextEncoder();
  return writeBundle({
    electionId,
    evidence: inEvidenceOrder(
      files.map(({ path, body }) => ({ path, bytes: texts.encode(body) })),
      archives,
    ),
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
