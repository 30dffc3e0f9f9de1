// Writes down who holds office in a body from which day until which. Nobody is on two bodies at once, no body has more people than seats.
// Source: DIR-REG-002.01 (nobody may sit on two bylaws bodies at once); bylaws (seats).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { isDay } from "../domain/day.ts";
import type { OfficeTerm } from "../domain/office-holder.ts";
import { permissions } from "../module.ts";
import { findBody } from "../queries/bodies.server.ts";
import { checkNewTerms } from "../queries/office-holders.server.ts";

const day = z.string({ error: "problems.dayMalformed" }).refine(isDay, "problems.dayMalformed");

export const termInput = z
  .object({
    name: z.string().trim().min(2, "problems.nameMissing").max(200, "problems.tooLong"),
    citizenships: z
      .array(z.string().regex(/^[A-Z]{2}$/, "problems.citizenshipMalformed"))
      .min(1, "problems.citizenshipsMissing")
      .max(5, "problems.tooLong"),
    employerGroup: z.string().trim().max(200, "problems.tooLong").default(""),
    rank: z.int().min(1).max(100).nullable().default(null),
    from: day,
    until: day,
    source: z.string().trim().min(1, "problems.sourceMissing").max(1_000, "problems.tooLong"),
    electionId: z.string().nullable().default(null),
    /** Only what follows from an election says whose account it is. */
    accountId: z.string().nullable().default(null),
  })
  .refine((term) => term.from <= term.until, { error: "problems.untilBeforeFrom", path: ["until"] });

export type TermInput = z.input<typeof termInput>;

export type RecordTermsRefusal = Refusal<
  "BODY_UNKNOWN" | "HOLDER_ON_ANOTHER_BODY" | "HOLDER_ALREADY_IN_OFFICE" | "MORE_HOLDERS_THAN_SEATS"
>;

export interface TermsToRecord {
  readonly bodyKey: string;
  readonly holders: readonly TermInput[];
}

/** Writes the terms alone; people propose them (keep-by-two.server.ts). */
export function recordTerms(
  within: ContextWithin,
  terms: TermsToRecord,
): Promise<Result<{ termIds: readonly string[] }, RecordTermsRefusal>> {
  requirePermission(within.actor, permissions, "bodies:write-alone");
  return writeTerms(within, terms);
}

/** Whether the terms could be written. */
export async function judgeTerms(
  within: ContextWithin,
  { bodyKey, holders }: TermsToRecord,
): Promise<Result<readonly OfficeTerm[], RecordTermsRefusal>> {
  if ((await findBody(within, bodyKey)) === undefined) return refuse("BODY_UNKNOWN", { bodyKey });
  const rows = holders.map((holder) => ({
    ...termInput.parse(holder),
    id: randomIdentifier(within.random),
    bodyKey,
    endedOn: null,
    endReason: "",
  }));
  const refused = await checkNewTerms(within, rows);
  return refused === undefined ? ok(rows) : refuse(refused.code, refused.details);
}

/** Writes the terms for whoever has asked for permission; all of them or none. */
export async function writeTerms(
  within: ContextWithin,
  terms: TermsToRecord,
): Promise<Result<{ termIds: readonly string[] }, RecordTermsRefusal>> {
  await recordAudit(within, {
    action: "bodies:terms-recorded",
    subjectType: "body",
    subjectId: terms.bodyKey,
    details: { terms: terms.holders.map(({ name, from, until }) => `${name}: ${from} – ${until}`) },
  });
  const judged = await judgeTerms(within, terms);
  if (!judged.ok) return judged;
  const rows = judged.value;
  const author = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
  await within.database.officeTerm.createMany({
    data: rows.map((row) => ({
      ...row,
      citizenships: [...row.citizenships],
      createdAt: within.clock.now(),
      createdBy: author,
    })),
  });
  return ok({ termIds: rows.map(({ id }) => id) });
}
