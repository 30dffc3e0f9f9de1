// Claims that were upheld and of which nobody has said yet what followed. A change of the roll after the decision says it by itself.
import { listRollChanges } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export async function countUnsettledClaims(
  context: ReadingContext,
  { electionId, kind }: { readonly electionId: string; readonly kind: "roll" | "result" },
): Promise<number> {
  const upheld = await context.database.claim.findMany({
    where: { electionId, kind, state: "upheld", followUp: null },
    select: { id: true, number: true, subjectId: true, organizationHandle: true, decidedAt: true },
  });
  if (kind === "result" || upheld.length === 0) return upheld.length;
  const changes = await listRollChanges(context, electionId);
  const isCarriedOut = ({ id, number, subjectId, organizationHandle, decidedAt }: (typeof upheld)[number]) =>
    changes.some(
      (change) =>
        (change.claimId === id ||
          change.claimId === String(number) ||
          change.handle === (subjectId ?? organizationHandle)) &&
        decidedAt !== null &&
        new Date(change.decidedAt) >= decidedAt,
    );
  return upheld.filter((claim) => !isCarriedOut(claim)).length;
}
