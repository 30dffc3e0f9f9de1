// The commission admits a candidacy, rejects it or asks to correct it, with reasons. After the publication it may strike a
// candidate, or admit one after a complaint, until the box is sealed. Source: bylaws art. 24; calls of 2023 to 2026.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { canBeDecided, isAlive } from "../domain/candidacy-state.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { EligibilityCheck } from "../domain/eligibility.ts";
import { failedChecks, impedimentsAmong } from "../domain/eligibility.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { permissions } from "../module.ts";
import { getCallOf } from "../queries/call.server.ts";
import { findCandidacy, listCandidacies } from "../queries/candidacies.server.ts";
import { checksOf, fileOf, ownDeclaration } from "../queries/review.server.ts";
import { fillContest } from "./fill-contest.server.ts";
import { mailDecision } from "./mail-candidates.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";

export const decisionInput = z
  .object({
    candidacyId: z.string(),
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

export type DecideRefusal = Refusal<
  | "CANDIDACY_UNKNOWN"
  | "CANDIDACY_NOT_DECIDABLE"
  | "CONFLICT_NOT_DECLARED"
  | "CONFLICT_OF_INTEREST"
  | "OWN_CANDIDACY"
  | "NOT_ELIGIBLE"
  | "REASONS_NEEDED"
  | "CORRECTION_IN_THE_PAST"
  | "LIST_PUBLISHED"
  | "BALLOT_ALREADY_SEALED"
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
    const file = await fileOf(within, candidacy);
    const checks = await checksOf(within, file);
    const possible = judgeDecision(input, checks, within.clock.now());
    if (!possible.ok) return possible;
    const call = await getCallOf(within, candidacy);
    const isLate = call.isPublished && input.kind !== "correct";
    if (call.isPublished && !isLate) return refuse("LIST_PUBLISHED");
    if (isLate && call.election.sealedAt !== null) return refuse("BALLOT_ALREADY_SEALED");
    const decisionId = randomIdentifier(within.random);
    await recordDecision(within, candidacy, input, decisionId);
    await writeDecision(within, {
      context,
      candidacy,
      input,
      decisionId,
      checks,
      isLate,
      version: file.answersVersion,
    });
    if (isLate) await fillContest(within, file.contest, false);
    await mailDecision(within, { candidacy, contest: file.contest, decisionId, ...input });
    return ok(undefined);
  });
}

/** Source: conflicts of interest regulations: declare first; who has a conflict does not take part. */
async function requireDecider(
  within: ContextWithin,
  accountId: string,
  candidacy: Candidacy,
): Promise<Result<undefined, DecideRefusal>> {
  if (!canBeDecided(candidacy.state)) return refuse("CANDIDACY_NOT_DECIDABLE");
  if ([candidacy.accountId, candidacy.nominatorAccountId].includes(accountId)) return refuse("OWN_CANDIDACY");
  if (await isPartyTo(within, accountId, candidacy)) return refuse("OWN_CANDIDACY");
  const declared = await ownDeclaration(within, candidacy.id, accountId);
  if (declared === undefined) return refuse("CONFLICT_NOT_DECLARED");
  return declared.hasConflict ? refuse("CONFLICT_OF_INTEREST") : ok(undefined);
}

/** Why not only what was declared: a rival in the election, and who acts for the nominating organisation, are parties. */
async function isPartyTo(within: ContextWithin, accountId: string, candidacy: Candidacy): Promise<boolean> {
  const own = await listCandidacies(within, { electionId: candidacy.electionId, accountId });
  if (own.some(({ state, acceptedAt }) => acceptedAt !== null && isAlive(state))) return true;
  const { organizationId } = candidacy;
  return organizationId !== null && (await rolesOfPersonIn(within, accountId, organizationId)).length > 0;
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
  { kind, reasons }: DecisionInput,
  decisionId: string,
): Promise<void> {
  await recordAudit(within, {
    action: "candidacies:decided",
    subjectType: "candidacy",
    subjectId: candidacy.id,
    changes: [{ field: "decision", before: candidacy.state, after: kind }],
    details: { decisionId, name: candidacy.name, reasons },
  });
}

interface Writing {
  readonly context: PersonContext;
  readonly candidacy: Candidacy;
  readonly input: DecisionInput;
  readonly decisionId: string;
  readonly checks: readonly EligibilityCheck[];
  readonly isLate: boolean;
  readonly version: number;
}

async function writeDecision(
  within: ContextWithin,
  { context, candidacy, input, decisionId, checks, isLate, version }: Writing,
): Promise<void> {
  const now = within.clock.now();
  await within.database.candidacyDecision.create({
    data: {
      id: decisionId,
      candidacyId: candidacy.id,
      kind: input.kind,
      reasons: input.reasons,
      checks: checks.map((check) => ({ ...check, details: { ...check.details }, countries: [...check.countries] })),
      answersVersion: version,
      decidedBy: context.actor.accountId,
      decidedByName: context.actor.name,
      decidedAt: now,
    },
  });
  const isDecided = input.kind !== "correct";
  await within.database.candidacy.update({
    where: { id: candidacy.id },
    data: {
      decision: isDecided ? (input.kind === "admit" ? "admitted" : "rejected") : null,
      decidedAt: isDecided ? now : null,
      correctUntil: input.kind === "correct" ? input.correctUntil : null,
      ...(isLate && input.kind === "admit" && candidacy.publishedAt === null ? { publishedAt: now } : {}),
    },
  });
}
