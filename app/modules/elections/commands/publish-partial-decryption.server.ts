// After the close: a trustee's browser opened its part of the encrypted sum and proves it. With enough parts the result is published.
// What is opened is the sum alone; there is no command that decrypts a single ballot.
import {
  combineResult,
  partialDecryptionRecords,
  resultRecords,
  verifyPartialDecryption,
} from "#app/lib/ballot-protocol/index.ts";
import type { OwnedPartialDecryption } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { countUndecidedDisputes } from "../quarantine/queries/disputes.server.ts";
import { appendToArchive, chainPositionOf } from "./append-to-archive.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireTrustee } from "./require-trustee.server.ts";

export type PublishPartialDecryptionRefusal =
  | StageRefusal
  | Refusal<
      | "BOX_NOT_CLOSED"
      | "DISPUTE_UNDECIDED"
      | "DECRYPTION_ALREADY_PUBLISHED"
      | "RESULT_ALREADY_PUBLISHED"
      | "DECRYPTION_INVALID"
    >;

export async function publishPartialDecryption(
  context: Context,
  { electionId, partialDecryption }: { readonly electionId: string; readonly partialDecryption: string },
): Promise<Result<{ index: number; hasResult: boolean }, PublishPartialDecryptionRefusal>> {
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    const trustee = requireTrustee(within.actor, election.trustees);
    if (election.closedAt === null || election.encryptedTally === null) return refuse("BOX_NOT_CLOSED");
    const mayNow = await requireStage(within, electionId, "interim-result", within.clock.now());
    if (!mayNow.ok) return mayNow;
    if (election.resultAt !== null) return refuse("RESULT_ALREADY_PUBLISHED");
    // Why: what is decided about a disputed mandate or ballot is decided while nobody can know what it does to the result.
    if ((await countUndecidedDisputes(within, electionId)) > 0) return refuse("DISPUTE_UNDECIDED");
    if (trustee.decryptedAt !== null) return refuse("DECRYPTION_ALREADY_PUBLISHED");
    const decryption = { owner: trustee.index, payload: partialDecryption };
    const checked = verifyPartialDecryption({
      electionPayload: election.electionPayload ?? "",
      trusteesPayload: election.trusteesPayload ?? "",
      encryptedTally: election.encryptedTally,
      owner: trustee.index,
      partialDecryption,
    });
    if (!checked.ok) return refuse("DECRYPTION_INVALID", { reason: checked.error.code });
    await recordAudit(within, {
      action: "elections:sum-opened",
      subjectType: "election",
      subjectId: electionId,
      details: { trustee: trustee.index },
    });
    await appendToArchive(within, election, partialDecryptionRecords(chainPositionOf(election), decryption));
    await within.database.trustee.update({
      where: { id: trustee.id },
      data: { partialDecryption, decryptedAt: within.clock.now() },
    });
    const hasResult = await publishResultWhenPossible(within, election, decryption);
    return ok({ index: trustee.index, hasResult });
  });
}

async function publishResultWhenPossible(
  within: ContextWithin,
  before: LockedElection,
  newest: OwnedPartialDecryption,
): Promise<boolean> {
  const earlier = before.trustees.flatMap(({ index, partialDecryption }) =>
    partialDecryption === null ? [] : [{ owner: index, payload: partialDecryption }],
  );
  const partialDecryptions = [...earlier, newest];
  if (partialDecryptions.length < before.trusteeThreshold) return false;
  const combined = combineResult({
    electionPayload: before.electionPayload ?? "",
    trusteesPayload: before.trusteesPayload ?? "",
    encryptedTally: before.encryptedTally ?? "",
    totalWeight: before.countedWeight ?? 0,
    partialDecryptions,
  });
  // Why a throw: every part was verified, so a sum that does not open is a fault and not a refusal.
  if (!combined.ok) throw new Error(`the verified parts do not open the sum: ${combined.error.code}`);
  const election = await lockElection(within, before.id);
  const step = resultRecords(chainPositionOf(election), combined.value);
  await recordAudit(within, {
    action: "elections:result-published",
    subjectType: "election",
    subjectId: election.id,
    details: { parts: partialDecryptions.map(({ owner }) => owner), lastEventHash: step.position.hash },
  });
  await appendToArchive(within, election, step);
  await within.database.election.update({
    where: { id: election.id },
    data: { resultAt: within.clock.now(), resultPayload: combined.value },
  });
  return true;
}
