// The doors behind which nobody has signed in: whoever does not show both keys of an entry is turned away, and slowed down.
// Source: ASVS 5.0 §6.3.1 (guessing is slowed down, and nobody can lock somebody else out).
import type { Context } from "#app/platform/context.server.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { LinkVoter } from "../queries/link-voter.server.ts";
import { findLinkVoter, isOfReturnedMail } from "../queries/link-voter.server.ts";
import type { Admission, Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { counterKey } from "./ballots.server.ts";

/** Nobody guesses a key of 128 bits. What is slowed down is the work that guessing makes. */
const wrongKeysFromAddress: Allowance = {
  name: "wrong-keys",
  free: 30,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * 60,
  memorySeconds: 60 * 60,
};

/**
 * Counts a request without the right keys against the network address from which it came.
 *
 * Why only those: a whole office, or a voter and the one who wishes her ill, may have one address. Looking at keys takes one reading of
 * the database, less than counting; so whoever shows the right ones is never held up by what others do.
 */
export function admitWrongKeys(context: Context, address: string): Promise<Admission> {
  return admitAttempt(context, wrongKeysFromAddress, counterKey(context, address));
}

/** Whose key this is; whoever guesses is answered the same whatever she guesses, and slowed down. */
export async function openLinkDoor(
  context: Context,
  key: { readonly electionId: string; readonly secondKey: string },
  address: string,
): Promise<Result<LinkVoter, Refusal<"LINK_CODE_OF_NOBODY" | "LINK_CODES_TOO_MANY" | "CODE_MAIL_RETURNED">>> {
  const isWhole = /^[0-9a-f]{64}$/.test(key.secondKey);
  const voter = isWhole ? await findLinkVoter(context, key) : undefined;
  if (voter !== undefined) return ok(voter);
  if (isWhole && (await isOfReturnedMail(context, key))) return refuse("CODE_MAIL_RETURNED");
  const admission = await admitWrongKeys(context, address);
  return admission.isAdmitted
    ? refuse("LINK_CODE_OF_NOBODY")
    : refuse("LINK_CODES_TOO_MANY", { minutes: Math.ceil(admission.retryAfterSeconds / 60) });
}
