// When claims of a kind may be filed, and until when the commission has promised to decide them.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ClaimKind } from "../domain/claim-kinds.ts";
import { stagesOf } from "../domain/claim-kinds.ts";
import { decideWindow } from "../domain/claim-window.ts";

export type WindowRefusal = Refusal<"ELECTION_UNKNOWN" | "CLAIMS_NOT_OPEN" | "CLAIMS_OVER">;

/** What a member is told of the time for filing; null where no calendar says it. */
export interface ClaimWindow {
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly decideBy: string | null;
}

/** Ok while a claim may be filed. */
export async function requireClaimWindow(
  context: ReadingContext,
  electionId: string,
  kind: ClaimKind,
): Promise<Result<ClaimWindow, WindowRefusal>> {
  const found = await findClaimWindow(context, electionId, kind);
  if (found === undefined) return refuse("ELECTION_UNKNOWN");
  if (found.state === "early") return refuse("CLAIMS_NOT_OPEN");
  return found.state === "open" ? ok(found.window) : refuse("CLAIMS_OVER");
}

/** The time for filing, whether it has come or not; undefined where there is no such election. */
export async function findClaimWindow(
  context: ReadingContext,
  electionId: string,
  kind: ClaimKind,
): Promise<{ readonly state: "early" | "open" | "over"; readonly window: ClaimWindow } | undefined> {
  const election = await findElection(context, electionId);
  if (election === undefined) return undefined;
  const stages = await findStages(context, electionId);
  const stage = (wanted: string) => stages.find((each) => each.kind === wanted);
  const filing = stage(stagesOf[kind].filing);
  const deciding = stage(stagesOf[kind].deciding);
  return {
    state: decideWindow(kind, {
      phase: election.phase,
      resultAt: election.resultAt,
      stage: filing,
      now: context.clock.now(),
    }),
    window: {
      opensAt: filing?.opensAt.toISOString() ?? null,
      closesAt: filing?.closesAt?.toISOString() ?? null,
      decideBy: deciding?.closesAt?.toISOString() ?? null,
    },
  };
}
