// Writes down of which class an organisation is from a day on, or that its membership ends.
// Source: bylaws ch. 3: founding and adhering members are admitted; holders of IP addresses need no entry.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { dayBeside, isDay } from "../domain/day.ts";
import { permissions } from "../module.ts";
import { rulesOn } from "../queries/rules.server.ts";

export const changeClassInput = z.object({
  organizationId: z.string(),
  /** A key of the rules, or "none": the membership ends on the day before. */
  class: z.string().min(1, "problems.classMissing"),
  from: z.string({ error: "problems.dayMalformed" }).refine(isDay, "problems.dayMalformed"),
});

export type ChangeClassRefusal = Refusal<"CLASS_UNKNOWN" | "CLASS_CHANGE_NOT_LATER">;

/** A later entry replaces an earlier one from its day on; entries are added at the end only, so that the past stays. */
export async function changeClass(
  context: Context,
  input: z.input<typeof changeClassInput>,
): Promise<Result<undefined, ChangeClassRefusal>> {
  requirePermission(context.actor, permissions, "membership:change-class");
  const { organizationId, class: next, from } = changeClassInput.parse(input);
  const { document } = await rulesOn(context, from);
  if (next !== "none" && !document.classes.some((each) => each.key === next))
    return refuse("CLASS_UNKNOWN", { class: next });
  return inTransaction(context, async (within) => {
    const newest = await within.database.membership.findFirst({ where: { organizationId }, orderBy: { from: "desc" } });
    if (newest !== null && from <= newest.from) return refuse("CLASS_CHANGE_NOT_LATER", { from: newest.from });
    await recordAudit(within, {
      action: "membership:class-changed",
      subjectType: "organization",
      subjectId: organizationId,
      changes: [
        { field: "class", before: newest?.until === null ? newest.class : null, after: next === "none" ? null : next },
      ],
      details: { from },
    });
    if (newest !== null && newest.until === null) await endOn(within, newest.id, dayBeside(from, -1));
    // Why an entry for "none" too: without one, a holder of addresses would be a member by holding them.
    const until = next === "none" ? dayBeside(from, -1) : null;
    await within.database.membership.create({
      data: { id: randomIdentifier(within.random), organizationId, class: next, from, until },
    });
    return ok(undefined);
  });
}

async function endOn(within: ContextWithin, id: string, until: string): Promise<void> {
  await within.database.membership.update({ where: { id }, data: { until } });
}
