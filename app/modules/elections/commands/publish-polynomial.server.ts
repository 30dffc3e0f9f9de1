// Key ceremony, round 2: a trustee publishes signed commitments, and one share sealed for every trustee that only that trustee can open.
import { verifyTrusteePolynomial } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireTrustee } from "./require-trustee.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type PublishPolynomialRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "CEREMONY_NOT_THAT_FAR"
  | "POLYNOMIAL_ALREADY_PUBLISHED"
  | "POLYNOMIAL_INVALID"
  | "SHARES_INCOMPLETE"
  | "SHARE_NOT_SEALED"
>;

export interface PublishPolynomialInput {
  readonly electionId: string;
  readonly coefexps: string;
  readonly signature: string;
  /** sealedShares[j - 1] is for trustee j: an age file in text form. */
  readonly sealedShares: readonly string[];
}

export async function publishPolynomial(
  context: Context,
  { electionId, coefexps, signature, sealedShares }: PublishPolynomialInput,
): Promise<Result<{ index: number }, PublishPolynomialRefusal>> {
  // Security: a share that came unsealed would be readable by us; refuse it before it is written anywhere.
  if (!sealedShares.every((share) => share.startsWith("-----BEGIN AGE ENCRYPTED FILE-----")))
    return refuse("SHARE_NOT_SEALED");
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    const trustee = requireTrustee(within.actor, election.trustees);
    const certificates = election.trustees.flatMap(({ certificate }) => (certificate === null ? [] : [certificate]));
    if (certificates.length < election.trustees.length) return refuse("CEREMONY_NOT_THAT_FAR");
    if (trustee.polynomial !== null) return refuse("POLYNOMIAL_ALREADY_PUBLISHED");
    if (sealedShares.length !== election.trustees.length) return refuse("SHARES_INCOMPLETE");
    const checked = verifyTrusteePolynomial({
      group: election.group as GroupName,
      size: election.trustees.length,
      threshold: election.trusteeThreshold,
      index: trustee.index,
      certificates,
      coefexps,
      signature,
    });
    if (!checked.ok) return refuse("POLYNOMIAL_INVALID", { reason: checked.error.code });
    await recordAudit(within, {
      action: "elections:polynomial-published",
      subjectType: "election",
      subjectId: electionId,
      details: { trustee: trustee.index },
    });
    await within.database.trustee.update({
      where: { id: trustee.id },
      data: { polynomial: JSON.stringify({ coefexps, signature }), sealedShares: [...sealedShares] },
    });
    return ok({ index: trustee.index });
  });
}
