// The audit bundle of an election as it is handed out: evidence, signatures and, once there is one, the proclamation.
import type { BundledArchives, ConformityDocument, LaterLogDocument } from "#app/lib/audit-bundle/index.ts";
import { documentBytes, hashOf, inEvidenceOrder, writeBundle } from "#app/lib/audit-bundle/index.ts";
import { listDisputes, readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { listAbsences, listStatements } from "./certificate.server.ts";

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
  const conformity = await conformityDocument(context, electionId, row.evidenceHash);
  return writeBundle({
    electionId,
    evidence: inEvidenceOrder(
      files.map(({ path, body }) => ({ path, bytes: texts.encode(body) })),
      archives,
    ),
    conformity,
    proclamation:
      row.officialAt === null
        ? undefined
        : {
            format: "plenaria-proclamation/1",
            electionId,
            evidence: row.evidenceHash,
            conformity: hashOf(documentBytes(conformity)),
            proclaimedAt: row.officialAt.toISOString(),
            proposedBy: row.proposedBy,
            approvedBy: row.approvedBy,
          },
    laterLog: row.laterLog === "" ? undefined : (JSON.parse(row.laterLog) as LaterLogDocument),
  });
}

/** The words about this evidence as they stand in the bundle. */
async function conformityDocument(
  context: ReadingContext,
  electionId: string,
  evidenceHash: string,
): Promise<ConformityDocument> {
  const statements = await listStatements(context, electionId, evidenceHash);
  const absences = await listAbsences(context, electionId, evidenceHash);
  return { format: "plenaria-conformity/1", statements, absences };
}

/** SHA-256 of conformity.json as it is now: what a proclamation rests on; "" before there is evidence. */
export async function conformityHash(context: ReadingContext, electionId: string): Promise<string> {
  const row = await context.database.certificate.findUnique({ where: { electionId } });
  if (row === null) return "";
  return hashOf(documentBytes(await conformityDocument(context, electionId, row.evidenceHash)));
}

export interface PublicBundle {
  /** SHA-256 (hex), as the page of the result shows it. */
  readonly hash: string;
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** Why kept: many ask at once when a result comes, and a bundle is made of a whole archive. By hash, so an old one is never mistaken. */
const madeLast = new Map<string, Promise<Uint8Array | undefined>>();
const mostKept = 2;

/** The bundle for whoever asks; undefined before there is evidence. */
export async function findPublicBundle(context: ReadingContext, electionId: string): Promise<PublicBundle | undefined> {
  const row = await context.database.certificate.findUnique({ where: { electionId }, select: { bundleHash: true } });
  if (row === null) return undefined;
  const { bundleHash: hash } = row;
  return { hash, read: () => madeLast.get(hash) ?? make(context, electionId, hash) };
}

function make(context: ReadingContext, electionId: string, hash: string): Promise<Uint8Array | undefined> {
  const [oldest] = madeLast.keys();
  if (oldest !== undefined && madeLast.size >= mostKept) madeLast.delete(oldest);
  const making = readBundle(context, electionId);
  madeLast.set(hash, making);
  making.catch(() => madeLast.delete(hash));
  return making;
}
