// Sets and lifts the dated flag that an organisation owes money. Enough until invoices exist.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { dayBeside, isDay } from "../domain/day.ts";
import { permissions } from "../module.ts";

const day = z.string({ error: "problems.dayMalformed" }).refine(isDay, "problems.dayMalformed");

export const setDebtInput = z.object({
  organizationId: z.string(),
  /** The first day on which the money is owed. */
  from: day,
  note: z.string().trim().max(500, "problems.tooLong").default(""),
});
export const liftDebtInput = z.object({
  organizationId: z.string(),
  /** The first day on which nothing is owed any more. */
  paidOn: day,
});

/** Says that the organisation owes money from a day on. */
export async function setDebt(
  context: Context,
  input: z.input<typeof setDebtInput>,
): Promise<Result<undefined, Refusal<"DEBT_ALREADY_SET">>> {
  requirePermission(context.actor, permissions, "membership:change-standing");
  const { organizationId, from, note } = setDebtInput.parse(input);
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "membership:debt-set",
      subjectType: "organization",
      subjectId: organizationId,
      changes: [{ field: "debt", before: null, after: from }],
      details: { note },
    });
    const open = await within.database.debtFlag.findFirst({ where: { organizationId, until: null } });
    if (open !== null) return refuse("DEBT_ALREADY_SET", { from: open.from });
    await within.database.debtFlag.create({
      data: { id: randomIdentifier(within.random), organizationId, from, note },
    });
    return ok(undefined);
  });
}

/** Says that nothing is owed any more from a day on. */
export async function liftDebt(
  context: Context,
  input: z.input<typeof liftDebtInput>,
): Promise<Result<undefined, Refusal<"NO_DEBT_SET" | "PAID_BEFORE_OWED">>> {
  requirePermission(context.actor, permissions, "membership:change-standing");
  const { organizationId, paidOn } = liftDebtInput.parse(input);
  return inTransaction(context, async (within) => {
    const open = await within.database.debtFlag.findFirst({ where: { organizationId, until: null } });
    if (open === null) return refuse("NO_DEBT_SET");
    if (paidOn < open.from) return refuse("PAID_BEFORE_OWED", { from: open.from });
    await recordAudit(within, {
      action: "membership:debt-lifted",
      subjectType: "organization",
      subjectId: organizationId,
      changes: [{ field: "debt", before: open.from, after: null }],
      details: { paidOn },
    });
    await within.database.debtFlag.update({ where: { id: open.id }, data: { until: dayBeside(paidOn, -1) } });
    return ok(undefined);
  });
}
