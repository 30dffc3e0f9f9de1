// The roll of an election as two people make it: one proposes, another approves; the first refusal is the answer.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { RightsSource } from "#app/modules/elections/index.server.ts";
import { approveFreezing, proposeFreezing } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** Freezes it; the rights are the register's where none are given. */
export async function freezeByTwo(
  [first, second]: readonly [Context, Context],
  electionId: string,
  listRights?: RightsSource,
): Promise<Result<unknown, Refusal>> {
  const proposed = await proposeFreezing(first, { electionId, reason: "The roll is complete." }, listRights);
  return proposed.ok ? approveFreezing(second, proposed.value, listRights) : proposed;
}
