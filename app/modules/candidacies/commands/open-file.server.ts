// What every change of a candidate's file asks first: whose it is, and whether it is still open.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Person } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isFileOpen } from "../domain/candidacy-state.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";

export type FileRefusal = StageRefusal | Refusal<"CANDIDACY_UNKNOWN" | "FILE_CLOSED" | "CORRECTION_TIME_OVER">;

/** The candidacy, if the person is its candidate. Others learn nothing of it. */
export async function ownCandidacy(
  context: ReadingContext,
  actor: Person,
  candidacyId: string,
): Promise<Result<Candidacy, Refusal<"CANDIDACY_UNKNOWN">>> {
  const candidacy = await findCandidacy(context, candidacyId);
  if (candidacy === undefined || candidacy.accountId !== actor.accountId) return refuse("CANDIDACY_UNKNOWN");
  return ok(candidacy);
}

/** The same, if its file may be changed now: in the nominations stage, or while the commission waits for a correction. */
export async function openFile(
  context: ReadingContext,
  actor: Person,
  candidacyId: string,
): Promise<Result<Candidacy, FileRefusal>> {
  const own = await ownCandidacy(context, actor, candidacyId);
  if (!own.ok) return own;
  const { state, correctUntil, electionId } = own.value;
  if (!isFileOpen(state)) return refuse("FILE_CLOSED");
  if (correctUntil !== null) {
    const isOver = context.clock.now() >= correctUntil;
    return isOver ? refuse("CORRECTION_TIME_OVER", { until: correctUntil.toISOString() }) : own;
  }
  const stage = await requireCallStage(context, electionId, "nominations");
  return stage.ok ? own : stage;
}
