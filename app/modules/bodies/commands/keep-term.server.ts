// Staff keep the office holders: write one down, end a term early with its reason, correct what was written wrongly.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { isDay } from "../domain/day.ts";
import { permissions } from "../module.ts";
import { checkNewTerms, listTerms } from "../queries/office-holders.server.ts";
import type { RecordTermsRefusal, TermInput } from "./record-terms.server.ts";
import { recordTerms, termInput } from "./record-terms.server.ts";

/** Writes one person's term. */
export function recordTerm(
  context: Context,
  bodyKey: string,
  holder: TermInput,
): Promise<Result<{ termIds: readonly string[] }, RecordTermsRefusal>> {
  return inTransaction(context, (within) => recordTerms(within, { bodyKey, holders: [holder] }));
}

export const endTermInput = z.object({
  /** The last day in office. */
  on: z.string({ error: "problems.dayMalformed" }).refine(isDay, "problems.dayMalformed"),
  reason: z.string().trim().min(1, "problems.reasonMissing").max(1_000, "problems.tooLong"),
});

/** The person leaves before the term is over: resignation, removal, death. */
export async function endTerm(
  context: Context,
  termId: string,
  input: z.input<typeof endTermInput>,
): Promise<Result<undefined, Refusal<"TERM_UNKNOWN" | "END_OUTSIDE_TERM">>> {
  requirePermission(context.actor, permissions, "bodies:keep-terms");
  const { on, reason } = endTermInput.parse(input);
  return inTransaction(context, async (within) => {
    const term = await within.database.officeTerm.findUnique({ where: { id: termId } });
    if (term === null) return refuse("TERM_UNKNOWN");
    if (on < term.from || on > term.until) return refuse("END_OUTSIDE_TERM", { from: term.from, until: term.until });
    await recordAudit(within, {
      action: "bodies:term-ended",
      subjectType: "body",
      subjectId: term.bodyKey,
      changes: [{ field: "endedOn", before: term.endedOn, after: on }],
      details: { name: term.name, reason },
    });
    await within.database.officeTerm.update({ where: { id: termId }, data: { endedOn: on, endReason: reason } });
    return ok(undefined);
  });
}

/** Replaces what was written wrongly; the log keeps each field before and after. */
export async function correctTerm(
  context: Context,
  termId: string,
  input: TermInput,
): Promise<Result<undefined, RecordTermsRefusal | Refusal<"TERM_UNKNOWN">>> {
  requirePermission(context.actor, permissions, "bodies:keep-terms");
  const next = termInput.parse(input);
  return inTransaction<Result<undefined, RecordTermsRefusal | Refusal<"TERM_UNKNOWN">>>(context, async (within) => {
    const term = (await listTerms(within)).find(({ id }) => id === termId);
    if (term === undefined) return refuse("TERM_UNKNOWN");
    const { name, citizenships, employerGroup, from, until, source } = next;
    const after = { name, citizenships, employerGroup, from, until, source };
    const before = { ...term, citizenships: [...term.citizenships] };
    await recordAudit(within, {
      action: "bodies:term-corrected",
      subjectType: "body",
      subjectId: term.bodyKey,
      changes: changesBetween(pick(before), pick(after)),
      details: { name: term.name },
    });
    const refused = await checkNewTerms(within, [{ ...term, ...after }], termId);
    if (refused !== undefined) return refuse(refused.code, refused.details);
    await within.database.officeTerm.update({ where: { id: termId }, data: after });
    return ok(undefined);
  });
}

function pick(
  term: Pick<TermInput, "name" | "citizenships" | "from" | "until" | "source"> & { employerGroup: string },
) {
  const { name, citizenships, employerGroup, from, until, source } = term;
  return { name, citizenships: citizenships.join(", "), employerGroup, from, until, source };
}
