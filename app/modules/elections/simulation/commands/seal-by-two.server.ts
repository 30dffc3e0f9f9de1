// Two members of the commission seal a box through the same commands as their pages.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { fingerprintsToCompare } from "../../commands/seal-ballot-box.server.ts";
import { approveSealing, proposeSealing } from "../../commands/seal-by-two.server.ts";
import type { PersonActor } from "./hold-key-ceremony.server.ts";

/** One proposes, the other approves; the first refusal is the answer. */
export async function sealByTwo(
  context: Context,
  electionId: string,
  [proposer, approver]: readonly [PersonActor, PersonActor],
): Promise<Result<unknown, Refusal>> {
  const election = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const compared = fingerprintsToCompare(election);
  const reason = "The fingerprints were compared.";
  const proposed = await proposeSealing(withActor(context, proposer), { electionId, compared, reason });
  return proposed.ok ? approveSealing(withActor(context, approver), { electionId, compared }) : proposed;
}
