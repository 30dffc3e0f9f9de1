// How many days before the opening the mandates come to rest. Fixed once the roll is frozen.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { lockElection } from "./lock-election.server.ts";

/** The caller has asked for permission and written the log. */
export async function setCoolingOff(
  within: ContextWithin,
  { electionId, days }: { readonly electionId: string; readonly days: number },
): Promise<Result<void, Refusal<"ROLL_ALREADY_FROZEN">>> {
  const election = await lockElection(within, electionId);
  if (election.rollFrozenAt !== null) return refuse("ROLL_ALREADY_FROZEN");
  await within.database.election.update({ where: { id: electionId }, data: { coolingOffDays: days } });
  return ok(undefined);
}
