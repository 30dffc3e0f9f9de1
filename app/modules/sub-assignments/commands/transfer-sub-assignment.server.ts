// A range goes to another customer.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { listNetworksDirectlyIn } from "#app/modules/resources/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { markOf } from "../domain/act.ts";
import type { DayRefusal } from "../domain/registration-deadline.ts";
import { decideDaysTaken } from "../domain/registration-deadline.ts";
import { mayBeSubAssigned } from "../domain/range.ts";
import { findSubAssignment } from "../queries/sub-assignment.server.ts";
import type { CarryOutRefusal, DoneAct } from "./carry-out.server.ts";
import { carryOut } from "./carry-out.server.ts";
import type { CustomerRefusal } from "./find-recipient.server.ts";
import { findCustomer } from "./find-recipient.server.ts";
import type { CustomerInput } from "./sub-assign.input.ts";

export interface TransferInput extends CustomerInput {
  readonly prefix: Prefix;
  /** What the person saw of it (`markOf`). */
  readonly seen: string;
}

export type TransferRefusal =
  | DayRefusal
  | CustomerRefusal
  | CarryOutRefusal
  | Refusal<"SUB_ASSIGNMENT_UNKNOWN" | "RECIPIENT_SAME" | "BLOCK_FOR_OWN_USE">;

export function transferSubAssignment(
  context: Context,
  input: TransferInput,
): Promise<Result<DoneAct, TransferRefusal>> {
  return inTransaction(context, (within) => transferWithin(within, input));
}

/** The act itself; what the old customer gave on comes back first, for the new one promised nothing to those customers. */
export async function transferWithin(
  within: ContextWithin,
  { prefix, seen, ...input }: TransferInput,
): Promise<Result<DoneAct, TransferRefusal>> {
  await takeWritersLock(within);
  const found = await findSubAssignment(within, prefix);
  if (found === undefined) return refuse("SUB_ASSIGNMENT_UNKNOWN");
  const { block, network } = found;
  if (markOf(network) !== seen) return refuse("NETWORK_CHANGED");
  if (!mayBeSubAssigned(block.status)) return refuse("BLOCK_FOR_OWN_USE", { block: formatPrefix(block.prefix) });
  const inside = await listNetworksDirectlyIn(within, [network.id]);
  if (inside.length > 0) return refuse("RANGE_NOT_EMPTY", { prefix: formatPrefix(prefix), count: inside.length });
  const days = decideDaysTaken(input.assignedOn, utcDay(within.clock.now()));
  if (!days.ok) return days;
  const customer = await findCustomer(within, { block, range: prefix }, input);
  if (!customer.ok) return customer;
  if (customer.value.organizationId === network.organizationId) return refuse("RECIPIENT_SAME");
  const after = { ...customer.value, prefix, originAsn: null, geofeedUrl: null, registeredOn: input.assignedOn };
  return carryOut(within, { kind: "transferred", block, before: network, after, daysTaken: days.value });
}
