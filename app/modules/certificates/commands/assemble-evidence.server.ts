// Puts the evidence of an election together: when the sum was opened, and again when a decision has changed what is true.
// Signatures over older evidence stay in the table and count no longer.
import type { EvidenceDocuments } from "#app/lib/audit-bundle/index.ts";
import { evidenceFilesOf, evidenceHash, hashOf, manifestFile, seatGroundFault } from "#app/lib/audit-bundle/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { readArchives, readBundle } from "../queries/bundle.server.ts";
import { gatherEvidence } from "../queries/evidence.server.ts";

export type AssembleEvidenceRefusal = Refusal<
  "NO_RESULT" | "ALREADY_OFFICIAL" | "LOG_NOT_SIGNED" | "SEATS_DIFFER_FROM_SEALED"
>;

export interface AssembledEvidence {
  readonly evidenceHash: string;
  /** False: the evidence was true already and stays as it is. */
  readonly isNew: boolean;
}

export async function assembleEvidence(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<Result<AssembledEvidence, AssembleEvidenceRefusal>> {
  requirePermission(context.actor, permissions, "certificates:assemble");
  return inTransaction<Result<AssembledEvidence, AssembleEvidenceRefusal>>(context, (within) =>
    assembleEvidenceWithin(within, electionId),
  );
}

/** The same in the transaction of the decision that made it necessary. */
export async function assembleEvidenceWithin(
  within: ContextWithin,
  electionId: string,
): Promise<Result<AssembledEvidence, AssembleEvidenceRefusal>> {
  const evidence = await gatherEvidence(within, electionId);
  const archives = await readArchives(within, electionId);
  if (evidence === undefined || archives === undefined) return refuse("NO_RESULT");
  const before = await within.database.certificate.findUnique({ where: { electionId } });
  if (before?.groundHash === evidence.groundHash) return ok({ evidenceHash: before.evidenceHash, isNew: false });
  if (before !== null && before.officialAt !== null) return refuse("ALREADY_OFFICIAL");
  // Why: evidence that no signed log vouches for proves nothing, and its hash would be signed for nothing.
  const { entries } = evidence.documents["log.json"];
  if (!entries.some(({ content }) => content.action === "elections:result-published")) return refuse("LOG_NOT_SIGNED");
  if (!standsOnSealedGround(evidence.documents)) return refuse("SEATS_DIFFER_FROM_SEALED");
  const files = evidenceFilesOf(archives, evidence.documents);
  const hash = evidenceHash(files.map(manifestFile));
  await recordAudit(within, {
    action: "certificates:evidence-assembled",
    subjectType: "election",
    subjectId: electionId,
    details: { evidence: hash },
  });
  const texts = new TextDecoder();
  await within.database.evidenceFile.deleteMany({ where: { electionId } });
  await within.database.evidenceFile.createMany({
    data: files
      .filter(({ path }) => path.endsWith(".json"))
      .map(({ path, bytes }) => ({ electionId, path, body: texts.decode(bytes) })),
  });
  const columns = { evidenceHash: hash, groundHash: evidence.groundHash, assembledAt: within.clock.now() };
  await within.database.certificate.upsert({
    where: { electionId },
    create: { electionId, bundleHash: "", ...columns },
    update: columns,
  });
  await refreshBundleHash(within, electionId);
  return ok({ evidenceHash: hash, isNew: true });
}

/** Why before anybody signs: who changes seats, rules or citizenships once the votes are known changes the result. */
function standsOnSealedGround(documents: EvidenceDocuments): boolean {
  const { contests } = documents["election.json"];
  const { candidates } = documents["candidates.json"];
  const acts = documents["log.json"].entries.map(({ content }) => content);
  return seatGroundFault({ contests, candidates }, acts) === undefined;
}

/** Called after everything that changes a byte of the bundle. */
export async function refreshBundleHash(within: ContextWithin, electionId: string): Promise<void> {
  const bundle = await readBundle(within, electionId);
  if (bundle === undefined) return;
  await within.database.certificate.update({ where: { electionId }, data: { bundleHash: hashOf(bundle) } });
}
