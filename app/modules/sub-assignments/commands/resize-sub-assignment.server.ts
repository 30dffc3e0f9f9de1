// A customer's range grows or shrinks around the same addresses.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { asPlaced, markOf } from "../domain/act.ts";
import type { RangeRefusal } from "../domain/range.ts";
import { decideRange } from "../domain/range.ts";
import type { DayRefusal } from "../domain/registration-deadline.ts";
import { decideDaysTaken } from "../domain/registration-deadline.ts";
import { listTaken } from "../queries/block.server.ts";
import { asksReverse } from "../queries/reverse.server.ts";
import { findSubAssignment } from "../queries/sub-assignment.server.ts";
import type { CarryOutRefusal, DoneAct } from "./carry-out.server.ts";
import { carryOut } from "./carry-out.server.ts";

export interface ResizeInput {
  readonly prefix: Prefix;
  /** What the person saw of it (`markOf`). */
  readonly seen: string;
  readonly range: Prefix;
  /** The day from which the new size holds, YYYY-MM-DD. */
  readonly assignedOn: string;
}

export type ResizeRefusal =
  RangeRefusal | DayRefusal | CarryOutRefusal | Refusal<"SUB_ASSIGNMENT_UNKNOWN" | "RANGE_ELSEWHERE" | "RANGE_SAME">;

export async function resizeSubAssignment(
  context: Context,
  input: ResizeInput,
): Promise<Result<DoneAct, ResizeRefusal>> {
  const found = await findSubAssignment(context, input.prefix);
  if (found === undefined) return refuse("SUB_ASSIGNMENT_UNKNOWN");
  const isReverseDelegated = await asksReverse(context, found.block.prefix, input.range);
  return inTransaction(context, (within) => resizeWithin(within, input, isReverseDelegated));
}

/** The act itself. Another place would be another assignment: it is refused. */
export async function resizeWithin(
  within: ContextWithin,
  { prefix, seen, range, assignedOn }: ResizeInput,
  isReverseDelegated: boolean,
): Promise<Result<DoneAct, ResizeRefusal>> {
  await takeWritersLock(within);
  const found = await findSubAssignment(within, prefix);
  if (found === undefined) return refuse("SUB_ASSIGNMENT_UNKNOWN");
  const { block, network } = found;
  if (markOf(network) !== seen) return refuse("NETWORK_CHANGED");
  const words = { range: formatPrefix(range), prefix: formatPrefix(prefix) };
  if (words.range === words.prefix) return refuse("RANGE_SAME", words);
  if (!prefixHolds(range, prefix) && !prefixHolds(prefix, range)) return refuse("RANGE_ELSEWHERE", words);
  const taken = await listTaken(within, block, network.id);
  const blockFacts = { block: block.prefix, blockStatus: block.status };
  const decision = decideRange({ ...blockFacts, range, taken, isReverseDelegated });
  if (!decision.ok) return decision;
  const days = decideDaysTaken(assignedOn, utcDay(within.clock.now()));
  if (!days.ok) return days;
  // Why the old day where it shrinks: what is left has been the customer's since then.
  const isSmaller = range.length > prefix.length;
  const registeredOn = isSmaller ? network.registeredOn : assignedOn;
  const after = { ...asPlaced(network), prefix: range, registeredOn };
  return carryOut(within, { kind: "resized", block, before: network, after, daysTaken: days.value });
}
