// After the decision to leave a mandate out: the member of the commission who keeps the voting codes shows which credential is that
// mandate's. Her browser derives it; the roll's tag proves that it is this mandate's and no other. The code never arrives here.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { lockElection } from "../../commands/lock-election.server.ts";
import { eligibilityTagOf } from "../../domain/eligibility-tag.ts";
import { permissions } from "../../module.ts";
import { hasDecryptionBegun } from "../domain/decryption-begun.ts";
import { beginCount } from "./begin-count.server.ts";
import { requireNotCancelled } from "../../cancelling/domain/cancellation.ts";

export type ShowCredentialRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "DISPUTE_UNKNOWN"
  | "CREDENTIAL_NOT_AWAITED"
  | "CREDENTIAL_OF_ANOTHER_MANDATE"
  | "DECRYPTION_BEGUN"
  | "TOO_FEW_VOTERS_LEFT"
>;

export interface ShowCredentialInput {
  readonly disputeId: string;
  readonly publicCredential: string;
  /** Made from the voting code in the browser; checked and forgotten. */
  readonly bindingKey: string;
}

export async function showDisputedCredential(
  context: Context,
  { disputeId, publicCredential, bindingKey }: ShowCredentialInput,
): Promise<Result<void, ShowCredentialRefusal>> {
  requirePermission(context.actor, permissions, "elections:dispute");
  const dispute = await context.database.dispute.findUnique({ where: { id: disputeId } });
  if (dispute === null) return refuse("DISPUTE_UNKNOWN");
  const { electionId, rollEntryId } = dispute;
  return inTransaction<Result<void, ShowCredentialRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: "elections:disputed-credential-shown",
      subjectType: "election",
      subjectId: electionId,
      details: { what: dispute.label, credential: publicCredential },
    });
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    if (hasDecryptionBegun(election.trustees)) return refuse("DECRYPTION_BEGUN");
    const present = await within.database.dispute.findUniqueOrThrow({ where: { id: disputeId } });
    // Why only after the decision: before it nobody is to know which ballot is whose.
    if (present.state !== "excluded" || present.kind !== "mandate" || present.credential !== null) {
      return refuse("CREDENTIAL_NOT_AWAITED");
    }
    const entry = await within.database.rollEntry.findUniqueOrThrow({ where: { id: rollEntryId ?? "" } });
    const tag = eligibilityTagOf({ bindingKey, rollEntryId: entry.id, publicCredential });
    if (tag !== entry.eligibilityTag) return refuse("CREDENTIAL_OF_ANOTHER_MANDATE");
    await within.database.dispute.update({ where: { id: disputeId }, data: { credential: publicCredential } });
    return beginCount(within, election);
  });
}
