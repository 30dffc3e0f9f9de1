// Puts a mandate or a ballot in dispute: from here on the trustees wait until the commission has decided about it.
// Source: CM/Rec(2017)5 no. 49 (irregularities); the elections of 2025 that one disputed proxy annulled whole.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { lockElection } from "../../commands/lock-election.server.ts";
import { permissions } from "../../module.ts";
import { hasDecryptionBegun } from "../domain/decryption-begun.ts";
import { requireNotCancelled } from "../../cancelling/domain/cancellation.ts";

export type FileDisputeRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "REASON_MISSING"
  | "BOX_NOT_SEALED"
  | "DECRYPTION_BEGUN"
  | "DISPUTED_MANDATE_UNKNOWN"
  | "DISPUTED_BALLOT_UNKNOWN"
  | "DISPUTE_ALREADY_FILED"
>;

export interface FileDisputeInput {
  readonly electionId: string;
  readonly kind: "mandate" | "ballot";
  /** The handle of the organisation, or the tracker of the ballot. */
  readonly what: string;
  readonly reason: string;
  readonly claimId?: string;
}

type Disputed = { readonly label: string; readonly rollEntryId: string | null; readonly tracker: string | null };

export async function fileDispute(
  context: Context,
  { electionId, kind, what, reason, claimId }: FileDisputeInput,
): Promise<Result<{ disputeId: string }, FileDisputeRefusal>> {
  requirePermission(context.actor, permissions, "elections:dispute");
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:dispute", actor);
  if (reason.trim() === "") return refuse("REASON_MISSING");
  return inTransaction<Result<{ disputeId: string }, FileDisputeRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: "elections:dispute-filed",
      subjectType: "election",
      subjectId: electionId,
      details: { kind, what: what.trim(), reason: reason.trim() },
    });
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    if (election.sealedAt === null) return refuse("BOX_NOT_SEALED");
    if (hasDecryptionBegun(election.trustees)) return refuse("DECRYPTION_BEGUN");
    const found = await findDisputed(within, electionId, kind, what.trim());
    if (!found.ok) return found;
    const { rollEntryId, tracker } = found.value;
    const same = await within.database.dispute.count({ where: { electionId, rollEntryId, tracker, state: "open" } });
    if (same > 0) return refuse("DISPUTE_ALREADY_FILED");
    const { id } = await within.database.dispute.create({
      data: {
        electionId,
        kind,
        ...found.value,
        claimId: claimId ?? null,
        reason: reason.trim(),
        filedBy: actor.accountId,
        filedByName: actor.name,
        filedAt: within.clock.now(),
      },
    });
    return ok({ disputeId: id });
  });
}

async function findDisputed(
  within: ContextWithin,
  electionId: string,
  kind: "mandate" | "ballot",
  what: string,
): Promise<Result<Disputed, FileDisputeRefusal>> {
  if (kind === "ballot") {
    const ballot = await within.database.ballot.findFirst({ where: { electionId, tracker: what } });
    if (ballot === null) return refuse("DISPUTED_BALLOT_UNKNOWN");
    return ok({ label: ballot.tracker, rollEntryId: null, tracker: ballot.tracker });
  }
  const entry = await within.database.rollEntry.findFirst({
    where: { electionId, organizationHandle: what.toUpperCase(), struckAt: null },
  });
  if (entry === null) return refuse("DISPUTED_MANDATE_UNKNOWN");
  const label = `${entry.organizationName} (${entry.organizationHandle})`;
  return ok({ label, rollEntryId: entry.id, tracker: null });
}
