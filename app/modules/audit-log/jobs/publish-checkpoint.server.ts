// Signs and shows the log to its witnesses: every minute in which it grew, and at once when an election was sealed, closed, has a result
// or is official.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { SignCheckpointRefusal } from "../commands/sign-checkpoint.server.ts";
import { signCheckpoint } from "../commands/sign-checkpoint.server.ts";
import { findUnsignedEntries } from "../queries/checkpoints.server.ts";
import type { WitnessOutcome } from "./collect-cosignatures.server.ts";
import { collectCosignatures } from "./collect-cosignatures.server.ts";

/** Acts after which nobody should have to wait for the next minute. */
const momentousActs = [
  "elections:roll-frozen",
  "elections:box-sealed",
  "elections:closed",
  "elections:ballots-added-up",
  "elections:result-published",
  "certificates:proclaimed",
];

const betweenMs = 60_000;

/** One round, for a job that runs every second or so. Answers what the witnesses said. */
export async function publishCheckpoint(ground: Ground): Promise<Result<WitnessOutcome[], SignCheckpointRefusal>> {
  const context = withActor(ground, { kind: "system", name: "log" });
  const { count, isMomentous, signedAt } = await findUnsignedEntries(context, momentousActs);
  const isTime = signedAt === undefined || ground.clock.now().getTime() - Date.parse(signedAt) >= betweenMs;
  if (count > 0 && (isMomentous || isTime)) {
    const signed = await signCheckpoint(ground);
    if (!signed.ok) return signed;
  }
  return ok(await collectCosignatures(ground));
}
