// Marks a candidate who withdrew after the box was sealed: pages say it, the ballot and the archive stay as they are.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";

/** The caller has asked for permission. A candidacy that is on no ballot is left alone. */
export async function markCandidateWithdrawn(
  within: ContextWithin,
  { candidacyId, withdrawnAt }: { readonly candidacyId: string; readonly withdrawnAt: Date },
): Promise<void> {
  const candidate = await within.database.candidate.findFirst({ where: { candidacyId }, include: { contest: true } });
  if (candidate === null) return;
  await recordAudit(within, {
    action: "elections:candidate-withdrawn",
    subjectType: "election",
    subjectId: candidate.contest.electionId,
    changes: [{ field: "withdrawnAt", before: null, after: withdrawnAt.toISOString() }],
    details: {
      ...{ candidacyId, name: candidate.name, withdrawnAt: withdrawnAt.toISOString() },
      ...{ contest: candidate.contest.position, position: candidate.position },
    },
  });
  await within.database.candidate.update({ where: { id: candidate.id }, data: { withdrawnAt } });
}
