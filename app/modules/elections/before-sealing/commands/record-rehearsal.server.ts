// Keeps that two of the commission signed the report of a dress rehearsal, with the trustees and the mail route that it was played with.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { rehearsalGroundNow } from "../queries/rehearsal-ground.server.ts";
import { recordDecision } from "./decide-before-sealing.server.ts";

export interface RehearsalSigned {
  readonly electionId: string;
  readonly rehearsalId: string;
  readonly reportHash: string;
  /** Who signed, the first first; the last is the actor. */
  readonly signers: readonly string[];
}

/** The caller has asked for permission. */
export async function recordRehearsal(within: ContextWithin, signed: RehearsalSigned): Promise<void> {
  const { electionId, rehearsalId, reportHash, signers } = signed;
  const trustees = await within.database.trustee.findMany({ where: { electionId: rehearsalId } });
  await recordDecision(within, {
    ...{ electionId, kind: "rehearsed", changes: [], reason: "", proposedByName: signers[0] ?? "" },
    subject: {
      ...{ rehearsalId, reportHash, signers: signers.join(", ") },
      ground: rehearsalGroundNow(within, trustees),
    },
  });
}
