// Erases what members wrote, and who they are, once nobody can ask about the decision any more. What the public reads stays.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { undecidedStates } from "../domain/claim-kinds.ts";
import { isWhollyPublic, nothingSaid } from "../domain/claim-words.ts";
import type { PublicPart } from "../domain/redaction.ts";
import { permissions } from "../module.ts";

/**
 * Erases the decided and withdrawn claims of one election, those withheld from the public included; gives how many. A claim without an answer
 * keeps its words, however late it is, unless the election itself was abandoned.
 */
export async function eraseClaimOriginals(
  context: Context,
  { electionId, isAbandoned = false }: { readonly electionId: string; readonly isAbandoned?: boolean },
): Promise<number> {
  requirePermission(context.actor, permissions, "claims:erase-originals");
  const closed = { electionId, ...(isAbandoned ? {} : { state: { notIn: [...undecidedStates] } }) };
  const claims = await context.database.claim.findMany({
    where: closed,
    select: {
      id: true,
      text: true,
      filedBy: true,
      rollEntryId: true,
      subjectLabel: true,
      publication: true,
      publicText: true,
    },
  });
  const unnamed = claims.filter(({ publication, publicText, subjectLabel }) => {
    return subjectLabel !== "" && !isWhollyPublic(publication, publicText as PublicPart[] | null);
  });
  const due = claims.filter(
    (claim) => claim.text !== null || claim.filedBy !== "" || claim.rollEntryId !== null || unnamed.includes(claim),
  );
  const found = due.length;
  if (found === 0) return 0;
  const outcome = await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "claims:originals-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { claims: found },
    });
    await within.database.claim.updateMany({
      where: { id: { in: unnamed.map(({ id }) => id) } },
      data: nothingSaid,
    });
    const { count } = await within.database.claim.updateMany({
      where: { id: { in: due.map(({ id }) => id) } },
      data: { text: null, filedByName: "", filedBy: "", filedByEmail: "", rollEntryId: null },
    });
    return ok(count);
  });
  return outcome.value;
}
