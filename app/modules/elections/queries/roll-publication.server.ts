// From when everybody may read the frozen roll: from the calendar's stage, where it has one. Source: domain facts §2.4 (publication of the roll).
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import type { ElectionView } from "./elections.server.ts";

/** They prepare or check the roll before it is published. */
const readersBefore: readonly Role[] = ["administrator", "staff", "commission", "auditor"];

/** The instant for which this reader still waits; null: she may read the roll now. */
export async function rollWaitsUntil(
  context: Context,
  { id, sealedAt }: Pick<ElectionView, "id" | "sealedAt">,
): Promise<string | null> {
  const { actor } = context;
  // Why the seal: the ballot box names the root of the roll, and nothing of what is voted on may be hidden.
  if (sealedAt !== null) return null;
  if (actor.kind === "person" && actor.roles.some((role) => readersBefore.includes(role))) return null;
  const stage = (await findStages(context, id)).find(({ kind }) => kind === "roll-publication");
  return stage === undefined || context.clock.now() >= stage.opensAt ? null : stage.opensAt.toISOString();
}

/** The files and the list of changes do not exist before that. */
export async function requireRollPublic(
  context: Context,
  election: Pick<ElectionView, "id" | "sealedAt">,
): Promise<void> {
  if ((await rollWaitsUntil(context, election)) !== null) throw new Response(null, { status: 404 });
}
