// Nobody votes for another organisation in an election in which she stands: asked when the codes are made and when the box is sealed,
// because candidates are often named after a delegation was accepted. Source: the rule of mandates (mandates/domain/may-delegate.ts).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { searchable } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { standsAs } from "../domain/standing-person.ts";
import { onRoll } from "./roll-tree.server.ts";

/**
 * The way out is a delegation that is taken back, or, once the codes are made, a change of the roll by two people.
 * A candidate of whom no account is known is compared by name, and the refusal says that only the name matches.
 */
export async function requireNoDelegateOnBallot(
  context: ReadingContext,
  electionId: string,
): Promise<Result<undefined, Refusal<"DELEGATE_ON_BALLOT" | "DELEGATE_NAMED_AS_ON_BALLOT">>> {
  const delegated = await context.database.rollEntry.findMany({
    where: { electionId, ...onRoll, isDelegated: true },
    select: { organizationName: true, contactName: true, contactAccountId: true },
    orderBy: { organizationName: "asc" },
  });
  if (delegated.length === 0) return ok(undefined);
  const candidates = await context.database.candidate.findMany({
    where: { contest: { electionId }, withdrawnAt: null },
    select: { name: true, accountId: true },
  });
  for (const { organizationName, contactName, contactAccountId } of delegated) {
    const match = standsAs({ name: contactName, accountId: contactAccountId }, candidates, searchable);
    if (match === undefined) continue;
    const code = match === "account" ? "DELEGATE_ON_BALLOT" : "DELEGATE_NAMED_AS_ON_BALLOT";
    return refuse(code, { organization: organizationName, delegate: contactName });
  }
  return ok(undefined);
}
