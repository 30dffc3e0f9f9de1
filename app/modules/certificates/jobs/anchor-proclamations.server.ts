// Puts into the bundle of an official result what the signed log says of its proclamation, and puts it there again when more witnesses
// have cosigned. Like a checkpoint it is no entry of the log: it speaks about it, and each would make the next one necessary.
import type { LaterLogDocument, LogDocument } from "#app/lib/audit-bundle/index.ts";
import { documentBytes } from "#app/lib/audit-bundle/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { collectCosignatures, findLatestCheckpoint, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { refreshBundleHash } from "../commands/assemble-evidence.server.ts";
import { laterLogDocument } from "../queries/log-documents.server.ts";

/** Answers the elections whose bundle has another log of the proclamation now. */
export async function anchorProclamations(ground: Ground): Promise<string[]> {
  const context = withActor(ground, { kind: "system", name: "certificates" });
  const official = await context.database.certificate.findMany({ where: { officialAt: { not: null } } });
  if (official.length === 0) return [];
  if (official.some(({ laterLog }) => laterLog === "")) {
    const signed = await signCheckpoint(ground);
    if (!signed.ok) throw new Error(`the log cannot be signed: ${signed.error.code}`);
    await collectCosignatures(ground);
  }
  const cosigned = (await findLatestCheckpoint(context))?.witnesses.length ?? 0;
  const due = official.filter(({ laterLog }) => laterLog === "" || witnessesOf(laterLog) < cosigned);
  const anchored: string[] = [];
  for (const { electionId, evidenceHash } of due)
    if (await anchor(context, electionId, evidenceHash)) anchored.push(electionId);
  return anchored;
}

function witnessesOf(laterLog: string): number {
  return (JSON.parse(laterLog) as LaterLogDocument).witnesses.length;
}

async function anchor(context: Context, electionId: string, evidence: string): Promise<boolean> {
  const file = await context.database.evidenceFile.findUnique({
    where: { electionId_path: { electionId, path: "log.json" } },
  });
  const { checkpoint: note } = JSON.parse(file?.body ?? "{}") as Partial<LogDocument>;
  const document = await laterLogDocument(context, { electionId, evidence, note: note ?? "" });
  if (document === undefined) return false;
  const laterLog = new TextDecoder().decode(documentBytes(document));
  const written = await inTransaction(context, async (within) => {
    await within.database.certificate.update({ where: { electionId }, data: { laterLog } });
    await refreshBundleHash(within, electionId);
    return ok(true);
  });
  return written.value;
}
