// Key ceremony, round 1: a trustee's browser made its keys and publishes its certificate.
import { verifyTrusteeCertificate } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName, TrusteeSeat } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { hashOfCertificate } from "../domain/certificate-hash.ts";
import { listPreparationDecisions } from "../before-sealing/queries/preparation-decisions.server.ts";
import type { CertificateInHand } from "../before-sealing/domain/void-keys.ts";
import { keysOf } from "../before-sealing/domain/void-keys.ts";
import type { LockedElection } from "./lock-election.server.ts";
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
    const seat = seatOf(election, trustee.index);
    if (await isVoid(within, electionId, { seat, certificate, shareRecipient })) return refuse("CERTIFICATE_VOID");
    const checked = verifyTrusteeCertificate({ ...seat, certificate });
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

function seatOf({ group, trustees, trusteeThreshold: threshold }: LockedElection, index: number): TrusteeSeat {
  return { group: group as GroupName, size: trustees.length, threshold, index };
}

/** Whether it, or a key in it or beside it, was made for the seats of before a trustee was replaced. */
async function isVoid(within: ContextWithin, electionId: string, shown: Shown): Promise<boolean> {
  const decisions = await listPreparationDecisions(within, electionId);
  const hash = hashOfCertificate(shown.certificate);
  const keys = keysOf(shown.seat, shown);
  return decisions.some(
    (decision) =>
      decision.kind === "trustee-replaced" &&
      (decision.subject.voidCertificates.includes(hash) ||
        keys.some((key) => decision.subject.voidKeys?.includes(key))),
  );
}

interface Shown extends CertificateInHand {
  readonly seat: TrusteeSeat;
}
