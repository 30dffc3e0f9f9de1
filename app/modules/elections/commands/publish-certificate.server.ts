// Key ceremony, round 1: a trustee's browser made its keys and publishes its certificate.
import { verifyTrusteeCertificate } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { hashOfCertificate } from "../domain/certificate-hash.ts";
import { listPreparationDecisions } from "../before-sealing/queries/preparation-decisions.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireTrustee } from "./require-trustee.server.ts";

export type PublishCertificateRefusal =
  | StageRefusal
  | Refusal<
      | "CEREMONY_ALREADY_SEALED"
      | "CERTIFICATE_ALREADY_PUBLISHED"
      | "CERTIFICATE_VOID"
      | "CERTIFICATE_INVALID"
      | "SHARE_RECIPIENT_INVALID"
    >;

export interface PublishCertificateInput {
  readonly electionId: string;
  readonly certificate: string;
  /** The age recipient under which the other trustees seal their shares for this one. */
  readonly shareRecipient: string;
}

export async function publishCertificate(
  context: Context,
  { electionId, certificate, shareRecipient }: PublishCertificateInput,
): Promise<Result<{ index: number }, PublishCertificateRefusal>> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(shareRecipient)) return refuse("SHARE_RECIPIENT_INVALID");
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    const trustee = requireTrustee(within.actor, election.trustees);
    if (election.sealedAt) return refuse("CEREMONY_ALREADY_SEALED");
    const mayNow = await requireStage(within, electionId, "key-ceremony", within.clock.now());
    if (!mayNow.ok) return mayNow;
    if (trustee.certificate !== null) return refuse("CERTIFICATE_ALREADY_PUBLISHED");
    if (await isVoid(within, electionId, certificate)) return refuse("CERTIFICATE_VOID");
    const checked = verifyTrusteeCertificate({
      group: election.group as GroupName,
      size: election.trustees.length,
      threshold: election.trusteeThreshold,
      index: trustee.index,
      certificate,
    });
    if (!checked.ok) return refuse("CERTIFICATE_INVALID", { reason: checked.error.code });
    await recordAudit(within, {
      action: "elections:certificate-published",
      subjectType: "election",
      subjectId: electionId,
      details: { trustee: trustee.index },
    });
    await within.database.trustee.update({ where: { id: trustee.id }, data: { certificate, shareRecipient } });
    return ok({ index: trustee.index });
  });
}

/** Whether it was made for the seats of before a trustee was replaced. */
async function isVoid(within: ContextWithin, electionId: string, certificate: string): Promise<boolean> {
  const decisions = await listPreparationDecisions(within, electionId);
  const hash = hashOfCertificate(certificate);
  return decisions.some(({ subject }) =>
    (subject["voidCertificates"] as readonly string[] | undefined)?.includes(hash),
  );
}
