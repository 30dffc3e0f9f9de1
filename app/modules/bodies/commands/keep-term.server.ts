// What happens to a term that is written down: it ends early with its reason, or what was written wrongly is corrected. Two people do
// both (keep-by-two.server.ts); here is whether it is possible, and how it is written.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { isDay } from "../domain/day.ts";
import { checkNewTerms, listTerms } from "../queries/office-holders.server.ts";
import type { RecordTermsRefusal, TermInput } from "./record-terms.server.ts";
import { termInput } from "./record-terms.server.ts";

export const endTermInput = z.object({
  /** The last day in office. */
  on: z.string({ error: "problems.dayMalformed" }).refine(isDay, "problems.dayMalformed"),
  reason: z.string().trim().min(1, "problems.reasonMissing").max(1_000, "problems.tooLong"),
});
export type EndTermInput = z.input<typeof endTermInput>;

export type EndTermRefusal = Refusal<"TERM_UNKNOWN" | "END_OUTSIDE_TERM">;

/** The person leaves before the term is over: resignation, removal, death. */
export async function judgeEnd(within: ContextWithin, termId: string, { on }: Pick<EndTermInput, "on">) {
  const term = await within.database.officeTerm.findUnique({ where: { id: termId } });
  if (term === null) return refuse("TERM_UNKNOWN");
  if (on < term.from || on > term.until) return refuse("END_OUTSIDE_TERM", { from: term.from, until: term.until });
  return ok(term);
}

export async function writeEnd(
  within: ContextWithin,
  termId: string,
  { on, reason }: EndTermInput,
): Promise<Result<undefined, EndTermRefusal>> {
  const judged = await judgeEnd(within, termId, { on });
  if (!judged.ok) return judged;
  const { bodyKey, endedOn, name } = judged.value;
  await recordAudit(within, {
    action: "bodies:term-ended",
    subjectType: "body",
    subjectId: bodyKey,
    changes: [{ field: "endedOn", before: endedOn, after: on }],
    details: { name, reason },
  });
  await within.database.officeTerm.update({ where: { id: termId }, data: { endedOn: on, endReason: reason } });
  return ok(undefined);
}

export type CorrectTermRefusal = RecordTermsRefusal | Refusal<"TERM_UNKNOWN">;

/** Whether what was written wrongly may be replaced by this. */
export async function judgeCorrection(within: ContextWithin, termId: string, input: TermInput) {
  const after = correctedFields(input);
  const term = (await listTerms(within)).find(({ id }) => id === termId);
  if (term === undefined) return refuse("TERM_UNKNOWN");
  const refused = await checkNewTerms(within, [{ ...term, ...after }], termId);
  return refused === undefined ? ok({ term, after }) : refuse(refused.code, refused.details);
}

/** Replaces it; the log keeps each field before and after. */
export async function writeCorrection(
  within: ContextWithin,
  termId: string,
  input: TermInput,
): Promise<Result<undefined, CorrectTermRefusal>> {
  const judged = await judgeCorrection(within, termId, input);
  if (!judged.ok) return judged;
  const { term, after } = judged.value;
  await recordAudit(within, {
    action: "bodies:term-corrected",
    subjectType: "body",
    subjectId: term.bodyKey,
    changes: changesBetween(factsOfTerm(term), factsOfTerm(after)),
    details: { name: term.name },
  });
  await within.database.officeTerm.update({ where: { id: termId }, data: after });
  return ok(undefined);
}

function correctedFields(input: TermInput) {
  const { name, citizenships, employerGroup, from, until, source } = termInput.parse(input);
  return { name, citizenships, employerGroup, from, until, source };
}

/** What people compare of a term. */
export function factsOfTerm({
  name,
  citizenships,
  employerGroup,
  from,
  until,
  source,
}: {
  readonly name: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
  readonly from: string;
  readonly until: string;
  readonly source: string;
}) {
  return { name, citizenships: citizenships.join(", "), employerGroup, from, until, source };
}
