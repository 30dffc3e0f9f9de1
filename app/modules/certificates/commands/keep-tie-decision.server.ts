// What every decision of a tie ends with: the entry of the log, the row that the bundle shows, and new evidence.
import type { TieDocument } from "#app/lib/audit-bundle/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { AssembleEvidenceRefusal } from "./assemble-evidence.server.ts";
import { assembleEvidenceWithin } from "./assemble-evidence.server.ts";

export interface TieToKeep {
  readonly electionId: string;
  readonly decision: Omit<TieDocument, "enteredBy" | "approvedBy">;
  /** The account of who entered it; the actor approved it. */
  readonly proposedBy: string;
  readonly recordedAt: Date;
}

export async function keepTieDecision(
  within: ContextWithin,
  { electionId, decision, proposedBy, recordedAt }: TieToKeep,
): Promise<Result<void, AssembleEvidenceRefusal>> {
  const { contest, method, order, decidedOn, account, value, runoff } = decision;
  await recordAudit(within, {
    action: "certificates:tie-decided",
    subjectType: "election",
    subjectId: electionId,
    details: { contest, method, order, decidedOn, account, value, runoff: runoff === null ? null : { ...runoff } },
  });
  const proposer = await getAccount(within, proposedBy);
  await within.database.tieDecision.create({
    data: {
      id: randomIdentifier(within.random),
      ...{ electionId, contestPosition: contest, method, decidedOn, account, value, recordedAt },
      order: [...order],
      ...(runoff === null ? {} : { runoff: { ...runoff } }),
      enteredBy: proposer.name,
      approvedBy: within.actor.kind === "person" ? within.actor.name : within.actor.kind,
    },
  });
  const assembled = await assembleEvidenceWithin(within, electionId);
  return assembled.ok ? ok(undefined) : assembled;
}
