// The register of disputes of one election: what, why, and what was decided. Everybody reads it.
import type { ReadingContext } from "#app/platform/context.server.ts";

export type DisputeState = "open" | "kept" | "excluded";

export interface DisputeView {
  readonly id: string;
  readonly electionId: string;
  readonly kind: "mandate" | "ballot";
  readonly label: string;
  readonly tracker: string | null;
  readonly claimId: string | null;
  readonly reason: string;
  readonly filedByName: string;
  readonly filedAt: string;
  readonly state: DisputeState;
  readonly decisionReason: string;
  readonly decidedByNames: string;
  readonly decidedAt: string | null;
  /** Of a mandate that is left out: the credential that was shown; "" when it never voted. */
  readonly credential: string | null;
  /** Left out by decision, but nobody has shown yet which credential is this mandate's. */
  readonly awaitsCredential: boolean;
}

/** In the order in which they were filed. */
export async function listDisputes(context: ReadingContext, electionId: string): Promise<DisputeView[]> {
  const rows = await context.database.dispute.findMany({
    where: { electionId },
    orderBy: [{ filedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    electionId,
    kind: row.kind === "mandate" ? "mandate" : "ballot",
    label: row.label,
    tracker: row.tracker,
    claimId: row.claimId,
    reason: row.reason,
    filedByName: row.filedByName,
    filedAt: row.filedAt.toISOString(),
    state: stateOf(row.state),
    decisionReason: row.decisionReason,
    decidedByNames: row.decidedByNames,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    credential: row.credential,
    awaitsCredential: row.kind === "mandate" && row.state === "excluded" && row.credential === null,
  }));
}

/** How many hold the trustees back: not decided, or decided and not yet carried into the count. */
export async function countUndecidedDisputes(context: ReadingContext, electionId: string): Promise<number> {
  return context.database.dispute.count({
    where: {
      electionId,
      OR: [{ state: "open" }, { state: "excluded", kind: "mandate", credential: null }],
    },
  });
}

function stateOf(state: string): DisputeState {
  return state === "kept" || state === "excluded" ? state : "open";
}
