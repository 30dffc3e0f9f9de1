// Nobody votes for another organisation in an election in which she stands: asked when the codes are made and when the box is sealed,
// because candidates are often named after a delegation was accepted. Source: the rule of mandates (mandates/domain/may-delegate.ts).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { searchable } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { onRoll } from "./roll-tree.server.ts";

/**
 * The way out is a delegation that is taken back, or, once the codes are made, a change of the roll by two people.
 *
 * Why by name: a candidate need not have an account.
 */
export async function requireNoDelegateOnBallot(
  context: ReadingContext,
  electionId: string,
): Promise<Result<undefined, Refusal<"DELEGATE_ON_BALLOT">>> {
  const delegated = await context.database.rollEntry.findMany({
    where: { electionId, ...onRoll, isDelegated: true },
    select: { organizationName: true, contactName: true },
    orderBy: { organizationName: "asc" },
  });
  if (delegated.length === 0) return ok(undefined);
  const candidates = await context.database.candidate.findMany({
    where: { contest: { electionId }, withdrawnAt: null },
    select: { name: true },
  });
  const standing = new Set(candidates.map(({ name }) => searchable(name)));
  const found = delegated.find(({ contactName }) => standing.has(searchable(contactName)));
  return found === undefined
    ? ok(undefined)
    : refuse("DELEGATE_ON_BALLOT", { organization: found.organizationName, delegate: found.contactName });
}
