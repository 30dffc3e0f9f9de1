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
  /** Of an entry that votes by link. */
  readonly accessKeyHash?: string | undefined;
}

/** One credential per roll entry, the same weights, a tag and a sealed code for every entry, and an access key where a link votes. */
export function checkCredentials(
  roll: readonly { readonly id: string; readonly votes: number; readonly channel: string }[],
  weights: readonly number[],
  issued: readonly IssuedEntry[],
): Result<void, CredentialsRefusal> {
  if (weights.length !== roll.length || issued.length !== roll.length) {
    return refuse("CREDENTIALS_COUNT_DIFFERS", { expected: roll.length, found: weights.length });
  }
  const ascending = (numbers: readonly number[]) => [...numbers].sort((left, right) => left - right).join(",");
  if (ascending(roll.map((entry) => entry.votes)) !== ascending(weights)) return refuse("CREDENTIALS_WEIGHTS_DIFFER");
  const issuedTo = new Map(issued.map((entry) => [entry.rollEntryId, entry]));
  const missing = roll.filter(({ id, channel }) => {
    const entry = issuedTo.get(id);
    return entry === undefined || (channel === "link" && entry.accessKeyHash === undefined);
  });
  if (missing.length > 0) return refuse("CREDENTIALS_ENTRY_MISSING", { count: missing.length });
  return ok(undefined);
}
