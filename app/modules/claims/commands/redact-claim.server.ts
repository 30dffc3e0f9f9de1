// The commission decides what the public reads of a claim: all of it, it with marked omissions, or nothing.
// May be decided again while nothing else has changed: a name that was overlooked must be struck out at once.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { PublicPart, RedactionRefusal } from "../domain/redaction.ts";
import { redact } from "../domain/redaction.ts";
import { isTooNear } from "../queries/too-near.server.ts";
import { lockClaim, requireCommissioner } from "./lock-claim.server.ts";

export const redactClaimInput = z.discriminatedUnion("publication", [
  /** `marked` is the claim with [[ and ]] around what is struck out. */
  z.object({ claimId: z.string(), publication: z.literal("published"), marked: z.string().max(12_000) }),
  z.object({ claimId: z.string(), publication: z.literal("withheld") }),
]);
export type RedactClaimInput = z.input<typeof redactClaimInput>;

export type RedactClaimRefusal =
  RedactionRefusal | Refusal<"CLAIM_UNKNOWN" | "CLAIM_WITHDRAWN" | "CONFLICT_OF_INTEREST" | "CLAIM_ORIGINAL_ERASED">;

/** Publishes or withholds the text. The original stays with the commission. */
export async function redactClaim(
  context: Context,
  input: RedactClaimInput,
): Promise<Result<{ readonly parts: readonly PublicPart[] }, RedactClaimRefusal>> {
  const commissioner = requireCommissioner(context);
  const wish = redactClaimInput.parse(input);
  return inTransaction(context, async (within) => {
    const claim = await lockClaim(within, wish.claimId);
    if (claim === undefined) return refuse("CLAIM_UNKNOWN");
    if (claim.state === "withdrawn") return refuse("CLAIM_WITHDRAWN");
    if (claim.text === null) return refuse("CLAIM_ORIGINAL_ERASED");
    if (await isTooNear(within, claim, commissioner.accountId)) return refuse("CONFLICT_OF_INTEREST");
    const redacted = wish.publication === "published" ? redact(claim.text, wish.marked) : ok([]);
    if (!redacted.ok) return redacted;
    const parts = redacted.value;
    const struckOut = parts.filter((part) => part.kind === "struck-out");
    await recordAudit(within, {
      action: "claims:publication-decided",
      subjectType: "election",
      subjectId: claim.electionId,
      changes: [{ field: "publication", before: claim.publication, after: wish.publication }],
      details: {
        number: claim.number,
        omissions: struckOut.length,
        struckOutCharacters: struckOut.reduce((sum, part) => sum + part.length, 0),
      },
    });
    await within.database.claim.update({
      where: { id: claim.id },
      data: {
        publication: wish.publication,
        publicText: parts.map((part) => ({ ...part })),
        publicationBy: commissioner.name,
        publicationAt: within.clock.now(),
      },
    });
    return ok({ parts });
  });
}
