// When claims of a kind may be filed, and until when the commission has promised to decide them.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ClaimKind } from "../domain/claim-kinds.ts";
import { phaseAllows } from "../domain/claim-window.ts";

export type WindowRefusal = Refusal<"ELECTION_UNKNOWN" | "CLAIMS_NOT_OPEN" | "CLAIMS_OVER">;

/** What a member is told of the time for filing. */
export interface ClaimWindow {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly decideBy: string | null;
}

/** Ok while a claim may be filed; the calendar decides, and the state of the election where there is none. */
export async function requireClaimWindow(
  context: ReadingContext,
  electionId: string,
  kind: ClaimKind,
): Promise<Result<ClaimWindow, WindowRefusal>> {
  const election = await findElection(context, electionId);
  if (election === undefined) return refuse("ELECTION_UNKNOWN");
  const { phase, resultAt } = election;
  const allowed = phaseAllows(kind, { phase, resultAt, now: context.clock.now() });
  if (allowed !== "open") return refuse(allowed === "early" ? "CLAIMS_NOT_OPEN" : "CLAIMS_OVER");
  return ok({ opensAt: null, closesAt: null, decideBy: null });
}
