// The customer gives a range back: it is free again.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { markOf } from "../domain/act.ts";
import { findSubAssignment } from "../queries/sub-assignment.server.ts";
import type { CarryOutRefusal, DoneAct } from "./carry-out.server.ts";
import { carryOut } from "./carry-out.server.ts";

export interface ReturnInput {
  readonly prefix: Prefix;
  /** What the person saw of it (`markOf`). */
  readonly seen: string;
}

export type ReturnRefusal = CarryOutRefusal | Refusal<"SUB_ASSIGNMENT_UNKNOWN">;

export function returnSubAssignment(context: Context, input: ReturnInput): Promise<Result<DoneAct, ReturnRefusal>> {
  return inTransaction(context, (within) => returnWithin(within, input));
}

/** The act itself; what the customer has given on in turn must come back first. */
export async function returnWithin(
  within: ContextWithin,
  { prefix, seen }: ReturnInput,
): Promise<Result<DoneAct, ReturnRefusal>> {
  await takeWritersLock(within);
  const found = await findSubAssignment(within, prefix);
  if (found === undefined) return refuse("SUB_ASSIGNMENT_UNKNOWN");
  if (markOf(found.network) !== seen) return refuse("NETWORK_CHANGED");
  return carryOut(within, { kind: "returned", block: found.block, before: found.network });
}
