// Takes people out of kept proposals when the retention of what they were about is over. That there was a proposal, by whom, why and how it
// was decided stays; the caller records it in the log with what else it erases.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ProposedChange } from "../domain/approvable-act.ts";

export interface Forgetting {
  readonly kind: string;
  readonly subjectId: string;
  /** What stays of what was wished. */
  readonly payloadOf: (payload: Json) => Json;
  /** What stays of what was shown. */
  readonly changeOf: (change: ProposedChange) => ProposedChange;
}

/** Only the product itself. */
export async function forgetPeopleInProposals(
  within: ContextWithin,
  { kind, subjectId, payloadOf, changeOf }: Forgetting,
): Promise<void> {
  if (within.actor.kind !== "system") throw new NotPermitted("approvals:forget-people", within.actor);
  const rows = await within.database.approval.findMany({ where: { kind, subjectId } });
  for (const { id, payload, changes } of rows) {
    await within.database.approval.update({
      where: { id },
      data: {
        payload: payloadOf(payload as Json) as object,
        changes: (changes as unknown as ProposedChange[]).map((change) => ({ ...changeOf(change) })),
      },
    });
  }
}
