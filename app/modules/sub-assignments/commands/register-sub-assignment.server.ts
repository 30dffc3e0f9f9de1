// Gives a free range of a block on to a customer. Source: policy manual §2.3; MiLACNIC questions and answers, "How do I register a
// sub-assignment".
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { RangeRefusal } from "../domain/range.ts";
import { decideRange } from "../domain/range.ts";
import type { DayRefusal } from "../domain/registration-deadline.ts";
import { decideDaysTaken } from "../domain/registration-deadline.ts";
import { findBlock, listTaken } from "../queries/block.server.ts";
import { asksReverse } from "../queries/reverse.server.ts";
import type { CarryOutRefusal, DoneAct } from "./carry-out.server.ts";
import { carryOut } from "./carry-out.server.ts";
import type { CustomerRefusal } from "./find-recipient.server.ts";
import { findCustomer } from "./find-recipient.server.ts";
import type { CustomerInput } from "./sub-assign.input.ts";

export interface RegisterSubAssignmentInput extends CustomerInput {
  readonly block: Prefix;
  readonly range: Prefix;
}

export type RegisterSubAssignmentRefusal =
  RangeRefusal | DayRefusal | CustomerRefusal | CarryOutRefusal | Refusal<"BLOCK_UNKNOWN">;

/** Registers it; of two people who want the same range one gets it. */
export async function registerSubAssignment(
  context: Context,
  input: RegisterSubAssignmentInput,
): Promise<Result<DoneAct, RegisterSubAssignmentRefusal>> {
  const isReverseDelegated = await asksReverse(context, input.block, input.range);
  return inTransaction(context, (within) => registerWithin(within, input, isReverseDelegated));
}

/** The act itself, for a preview too: whoever previews takes it back at once. */
export async function registerWithin(
  within: ContextWithin,
  input: RegisterSubAssignmentInput,
  isReverseDelegated: boolean,
): Promise<Result<DoneAct, RegisterSubAssignmentRefusal>> {
  await takeWritersLock(within);
  const block = await findBlock(within, input.block);
  if (block === undefined) return refuse("BLOCK_UNKNOWN");
  const taken = await listTaken(within, block);
  const { prefix, status: blockStatus } = block;
  const range = decideRange({ block: prefix, blockStatus, range: input.range, taken, isReverseDelegated });
  if (!range.ok) return range;
  const days = decideDaysTaken(input.assignedOn, utcDay(within.clock.now()));
  if (!days.ok) return days;
  const customer = await findCustomer(within, { block, range: range.value }, input);
  if (!customer.ok) return customer;
  const after = {
    ...customer.value,
    prefix: range.value,
    originAsn: null,
    geofeedUrl: null,
    registeredOn: input.assignedOn,
  };
  return carryOut(within, { kind: "registered", block, after, daysTaken: days.value });
}
