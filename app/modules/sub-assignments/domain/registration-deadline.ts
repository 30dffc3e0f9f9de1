// The days between an assignment and its registration. Source: policy manual §2.3: within seven days of the assignment.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { readInstant } from "#app/lib/instants/index.ts";
import { mustBeRegistered } from "./range.ts";

/** A registration later than this is late; it is taken all the same, and listed. */
export const daysToRegister = 7;

const dayInMilliseconds = 86_400_000;

export type DayRefusal = Refusal<"DAY_MALFORMED" | "DAY_IN_FUTURE">;

/** Whole days from the assignment to today; both days as YYYY-MM-DD. */
export function decideDaysTaken(assignedOn: string, today: string): Result<number, DayRefusal> {
  const [from, until] = [instantOf(assignedOn), instantOf(today)];
  if (from === undefined || until === undefined) return refuse("DAY_MALFORMED", { day: assignedOn });
  if (from > until) return refuse("DAY_IN_FUTURE", { day: assignedOn });
  return ok(Math.round((until - from) / dayInMilliseconds));
}

/** What need not be registered is never late. */
export function isLate(range: Pick<Prefix, "family" | "length">, daysTaken: number): boolean {
  return mustBeRegistered(range) && daysTaken > daysToRegister;
}

function instantOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const instant = readInstant(`${day}T00:00:00.000Z`);
  // Why: JavaScript takes 30 February for 2 March.
  return instant?.toISOString().startsWith(day) === true ? instant.getTime() : undefined;
}
