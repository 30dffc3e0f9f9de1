// The row that keeps a decision on a candidacy, with the checks and the file as they stood then.
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { EligibilityCheck } from "../domain/eligibility.ts";
import type { CandidateFile } from "../queries/review.server.ts";

export interface DecisionToWrite {
  readonly decisionId: string;
  readonly candidacyId: string;
  readonly kind: "admit" | "reject" | "correct";
  readonly reasons: string;
  readonly checks: readonly EligibilityCheck[];
  readonly file: CandidateFile;
}

/** Decided now, by the actor. */
export function decisionRowOf(
  { actor, clock }: Pick<ContextWithin, "actor" | "clock">,
  { decisionId, candidacyId, kind, reasons, checks, file }: DecisionToWrite,
) {
  const isPerson = actor.kind === "person";
  return {
    id: decisionId,
    candidacyId,
    kind,
    reasons,
    checks: checks.map((check) => ({ ...check, details: { ...check.details }, countries: [...check.countries] })),
    answersVersion: file.answersVersion,
    fileHash: file.fileHash,
    decidedBy: isPerson ? actor.accountId : actor.kind,
    decidedByName: isPerson ? actor.name : actor.kind,
    decidedAt: clock.now(),
  };
}
