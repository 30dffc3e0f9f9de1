// What was written down about one organisation: classes and debts, newest first.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { MembershipPeriod } from "../domain/membership-period.ts";

export interface DebtLine {
  readonly from: string;
  readonly until: string | null;
  readonly note: string;
}

export async function membershipHistoryOf(
  context: ReadingContext,
  organizationId: string,
): Promise<{ readonly periods: readonly MembershipPeriod[]; readonly debts: readonly DebtLine[] }> {
  const periods = await context.database.membership.findMany({
    where: { organizationId },
    orderBy: { from: "desc" },
    select: { class: true, from: true, until: true },
  });
  const debts = await context.database.debtFlag.findMany({
    where: { organizationId },
    orderBy: { from: "desc" },
    select: { from: true, until: true, note: true },
  });
  return { periods, debts };
}
