// A trustee proves before opening that the backup file and its passphrase really decrypt: the test ciphertext is opened with proof.
import { openRehearsal, verifyRehearsalDecryption } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireTrustee } from "./require-trustee.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type RehearseDecryptionRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "CEREMONY_ALREADY_SEALED"
  | "CEREMONY_NOT_THAT_FAR"
  | "REHEARSAL_INVALID"
  | "REHEARSAL_OPENS_WRONG"
>;

export async function rehearseDecryption(
  context: Context,
  { electionId, partialDecryption }: { readonly electionId: string; readonly partialDecryption: string },
): Promise<Result<{ index: number }, RehearseDecryptionRefusal>> {
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    const trustee = requireTrustee(within.actor, election.trustees);
    // Security: once there are ballots, nothing is opened but the sum.
    if (election.sealedAt) return refuse("CEREMONY_ALREADY_SEALED");
    if (election.trusteesPayload === null || election.rehearsalPayload === null) return refuse("CEREMONY_NOT_THAT_FAR");
    const checked = verifyRehearsalDecryption({
      group: election.group as GroupName,
      trusteesPayload: election.trusteesPayload,
      rehearsal: election.rehearsalPayload,
      owner: trustee.index,
      partialDecryption,
    });
    if (!checked.ok) return refuse("REHEARSAL_INVALID", { reason: checked.error.code });
    if (!opensRight(election, { owner: trustee.index, payload: partialDecryption }))
      return refuse("REHEARSAL_OPENS_WRONG");
    await recordAudit(within, {
      action: "elections:decryption-rehearsed",
      subjectType: "election",
      subjectId: electionId,
      details: { trustee: trustee.index },
    });
    await within.database.trustee.update({
      where: { id: trustee.id },
      data: { rehearsal: partialDecryption, rehearsedAt: within.clock.now() },
    });
    return ok({ index: trustee.index });
  });
}

/** With enough openings the test number itself must come out. */
function opensRight(election: LockedElection, own: { owner: number; payload: string }): boolean {
  const others = election.trustees.flatMap(({ index, rehearsal }) =>
    rehearsal === null || index === own.owner ? [] : [{ owner: index, payload: rehearsal }],
  );
  const partialDecryptions = [...others, own];
  if (partialDecryptions.length < election.trusteeThreshold) return true;
  const opened = openRehearsal({
    group: election.group as GroupName,
    trusteesPayload: election.trusteesPayload ?? "",
    rehearsal: election.rehearsalPayload ?? "",
    partialDecryptions,
  });
  return opened.ok && opened.value === election.rehearsalNumber;
}
