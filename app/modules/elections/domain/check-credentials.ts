// Whether the public credentials that a commission member's browser made fit the frozen roll.
// The server knows which weights the roll has, never which credential belongs to whom: so it compares the two as multisets.
import type { Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Refusal } from "#app/lib/result/index.ts";

export type CredentialsRefusal = Refusal<
  "CREDENTIALS_COUNT_DIFFERS" | "CREDENTIALS_WEIGHTS_DIFFER" | "CREDENTIALS_ENTRY_MISSING"
>;

export interface IssuedEntry {
  readonly rollEntryId: string;
  readonly eligibilityTag: string;
  readonly sealedVotingCode: string;
}

/** One credential per roll entry, the same weights, and a tag and a sealed code for every entry. */
export function checkCredentials(
  roll: readonly { readonly id: string; readonly votes: number }[],
  weights: readonly number[],
  issued: readonly IssuedEntry[],
): Result<void, CredentialsRefusal> {
  if (weights.length !== roll.length || issued.length !== roll.length) {
    return refuse("CREDENTIALS_COUNT_DIFFERS", { expected: roll.length, found: weights.length });
  }
  const ascending = (numbers: readonly number[]) => [...numbers].sort((left, right) => left - right).join(",");
  if (ascending(roll.map((entry) => entry.votes)) !== ascending(weights)) return refuse("CREDENTIALS_WEIGHTS_DIFFER");
  const issuedIds = new Set(issued.map((entry) => entry.rollEntryId));
  const missing = roll.filter((entry) => !issuedIds.has(entry.id));
  if (missing.length > 0) return refuse("CREDENTIALS_ENTRY_MISSING", { count: missing.length });
  return ok(undefined);
}
