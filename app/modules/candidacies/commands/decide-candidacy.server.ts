// The commission admits a candidacy, rejects it or asks to correct it, with reasons, until the list is published; from then on two
// commissioners together do (change-published.server.ts). Source: bylaws art. 24; calls of 2023 to 2026.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { isProcessCancelled } from "#app/modules/calendars/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { EligibilityCheck } from "../domain/eligibility.ts";
import { failedChecks, impedimentsAmong } from "../domain/eligibility.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { permissions } from "../module.ts";
import { getCallOf } from "../queries/call.server.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";
import { checksOf, fileOf } from "../queries/review.server.ts";
import { mailDecision } from "./mail-candidates.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";
import type { DeciderRefusal } from "./require-decider.server.ts";
import { requireDecider } from "./require-decider.server.ts";
import type { DecisionToWrite } from "./write-decision.server.ts";
import { decisionRowOf } from "./write-decision.server.ts";

export const decisionInput = z
  .object({
    candidacyId: z.string(),
    /** The file that the commissioner has read: on another one nothing is decided. */
    fileHash: z.string(),
    kind: z.enum(["admit", "reject", "correct"], "problems.choiceExpected"),
    reasons: textUpTo(fileLimits.reasons),
    correctUntil: z.date("problems.momentExpected").nullable(),
  })
  .superRefine(({ kind, reasons, correctUntil }, check) => {
    if (kind !== "admit" && reasons === "")
      check.addIssue({ code: "custom", path: ["reasons"], message: "problems.reasonsMissing" });
    if (kind === "correct" && correctUntil === null)
      check.addIssue({ code: "custom", path: ["correctUntil"], message: "problems.momentExpected" });
  });
export type DecisionInput = z.output<typeof decisionInput>;

export type DecideRefusal =
  | DeciderRefusal
  | Refusal<
      | "CANDIDACY_UNKNOWN"
      | "LIST_PUBLISHED"
      | "PROCESS_CANCELLED"
      | "FILE_HAS_CHANGED"
      | "NOT_ELIGIBLE"
      | "REASONS_NEEDED"
      | "CORRECTION_IN_THE_PAST"
    >;

export async function decideCandidacy(
  context: PersonContext,
  input: DecisionInput,
): Promise<Result<undefined, DecideRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:decide");
  return inTransaction<Result<undefined, DecideRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const candidacy = await findCandidacy(within, input.candidacyId);
    if (candidacy === undefined) return refuse("CANDIDACY_UNKNOWN");
    const may = await requireDecider(within, context.actor.accountId, candidacy);
    if (!may.ok) return may;
    if (await isProcessCancelled(within, candidacy.electionId)) return refuse("PROCESS_CANCELLED");
    const { isPublished } = await getCallOf(within, candidacy);
    if (isPublished) return refuse("LIST_PUBLISHED");
    const file = await fileOf(within, candidacy);
    if (file.fileHash !== input.fileHash) return refuse("FILE_HAS_CHANGED");
    const checks = await checksOf(within, file);
    const possible = judgeDecision(input, checks, within.clock.now());
    if (!possible.ok) return possible;
    const decisionId = randomIdentifier(within.random);
    await recordDecision(within, candidacy, input, decisionId);
    await writeDecision(within, input, { ...input, decisionId, checks, file });
    await mailDecision(within, { candidacy, contest: file.contest, decisionId, ...input });
    return ok(undefined);
  });
}

function judgeDecision(
  { kind, reasons, correctUntil }: DecisionInput,
  checks: readonly EligibilityCheck[],
  now: Date,
): Result<undefined, DecideRefusal> {
  if (kind === "correct" && (correctUntil === null || correctUntil <= now)) return refuse("CORRECTION_IN_THE_PAST");
  if (kind !== "admit") return reasons === "" ? refuse("REASONS_NEEDED") : ok(undefined);
  const impediments = impedimentsAmong(checks);
  if (impediments.length > 0) return refuse("NOT_ELIGIBLE", { checks: impediments.map(({ code }) => code).join(", ") });
  return failedChecks(checks).length > 0 && reasons === "" ? refuse("REASONS_NEEDED") : ok(undefined);
}

async function recordDecision(
  within: ContextWithin,
  candidacy: Candidacy,
  { kind, reasons, fileHash }: DecisionInput,
  decisionId: string,
): Promise<void> {
  await recordAudit(within, {
    action: "candidacies:decided",
    subjectType: "candidacy",
    subjectId: candidacy.id,
    changes: [{ field: "decision", before: candidacy.state, after: kind }],
    details: { decisionId, name: candidacy.name, reasons, fileHash },
  });
}

async function writeDecision(
  within: ContextWithin,
  { candidacyId, kind, correctUntil }: DecisionInput,
  decision: DecisionToWrite,
): Promise<void> {
  await within.database.candidacyDecision.create({ data: decisionRowOf(within, decision) });
  const isDecided = kind !== "correct";
  await within.database.candidacy.update({
    where: { id: candidacyId },
    data: {
      decision: isDecided ? (kind === "admit" ? "admitted" : "rejected") : null,
      decidedAt: isDecided ? within.clock.now() : null,
      correctUntil: isDecided ? null : correctUntil,
    },
  });
}
