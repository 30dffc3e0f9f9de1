// A commissioner's word about the evidence: conform, or dissent with reasons. Both are published. The signature was made in her browser
// with the key of her seat in the archive; the server can neither make nor change it. Source: decision record on conformity.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { conformityStatement, hashOf } from "#app/lib/audit-bundle/index.ts";
import { verifyTrusteeStatement } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findCeremony } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { Obstacle } from "../domain/obstacles.ts";
import { obstaclesToSigning } from "../domain/obstacles.ts";
import { permissions } from "../module.ts";
import { certificateFacts } from "../queries/certificate.server.ts";
import { refreshBundleHash } from "./assemble-evidence.server.ts";
import type { SignConformityInput } from "./sign-conformity.input.ts";

export type SignConformityRefusal = Refusal<
  Obstacle | "NO_SEAT" | "EVIDENCE_CHANGED" | "REASONS_MISSING" | "SIGNATURE_INVALID" | "ALREADY_SIGNED"
>;

export async function signConformity(
  context: Context,
  { electionId, evidence, answer, reasons, signature }: SignConformityInput,
): Promise<Result<{ trustee: number }, SignConformityRefusal>> {
  const { actor } = context;
  requirePermission(actor, permissions, "certificates:sign");
  if (actor.kind !== "person") throw new NotPermitted("certificates:sign", actor);
  if (answer === "dissent" && reasons === "") return refuse("REASONS_MISSING");
  return inTransaction<Result<{ trustee: number }, SignConformityRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: answer === "conform" ? "certificates:conformity-signed" : "certificates:dissent-signed",
      subjectType: "election",
      subjectId: electionId,
      // Why the hash: whoever has the bundle finds in the log that exactly this signature was given.
      details: { evidence, reasons, signature: hashOf(new TextEncoder().encode(signature)) },
    });
    const seat = await findCeremony(within, { electionId, accountId: actor.accountId });
    if (seat === undefined) return refuse("NO_SEAT");
    const [obstacle] = obstaclesToSigning(await certificateFacts(within, electionId));
    if (obstacle !== undefined) return refuse(obstacle);
    const certificate = await within.database.certificate.findUniqueOrThrow({ where: { electionId } });
    // Why: between the reading and the signing another decision may have made other evidence.
    if (certificate.evidenceHash !== evidence) return refuse("EVIDENCE_CHANGED");
    const trustee = seat.ownIndex;
    const isSigned = verifyTrusteeStatement({
      group: seat.group as GroupName,
      trusteesPayload: seat.trusteesPayload ?? "",
      index: trustee,
      statement: conformityStatement({ electionId, evidence, trustee, answer, reasons }),
      signature,
    });
    if (!isSigned) return refuse("SIGNATURE_INVALID");
    const key = { electionId, evidenceHash: evidence, trusteeIndex: trustee };
    const earlier = await within.database.conformity.findUnique({
      where: { electionId_evidenceHash_trusteeIndex: key },
    });
    if (earlier !== null) return refuse("ALREADY_SIGNED");
    await within.database.conformity.create({
      data: {
        ...key,
        accountId: actor.accountId,
        name: actor.name,
        answer,
        reasons,
        signature,
        signedAt: within.clock.now(),
      },
    });
    await refreshBundleHash(within, electionId);
    return ok({ trustee });
  });
}
