// Key ceremony, round 3: a trustee checked the shares it got and publishes the key that proves its own share.
// With the last one the election's public key exists, and a test ciphertext is made for the rehearsal.
import {
  assembleThresholdTrustees,
  electionPublicKey,
  encryptRehearsal,
  serializeTrustees,
  verifyTrusteeVerificationKey,
  verifyTrustees,
} from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireTrustee } from "./require-trustee.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type PublishVerificationKeyRefusal = Refusal<
  "ELECTION_CANCELLED" | "CEREMONY_NOT_THAT_FAR" | "VERIFICATION_KEY_ALREADY_PUBLISHED" | "VERIFICATION_KEY_INVALID"
>;

export async function publishVerificationKey(
  context: Context,
  { electionId, verificationKey }: { readonly electionId: string; readonly verificationKey: string },
): Promise<Result<{ index: number; isComplete: boolean }, PublishVerificationKeyRefusal>> {
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    const trustee = requireTrustee(within.actor, election.trustees);
    if (election.trustees.some((each) => each.polynomial === null)) return refuse("CEREMONY_NOT_THAT_FAR");
    if (trustee.verificationKey !== null) return refuse("VERIFICATION_KEY_ALREADY_PUBLISHED");
    const checked = verifyTrusteeVerificationKey({ ...ceremonyOf(election), index: trustee.index, verificationKey });
    if (!checked.ok) return refuse("VERIFICATION_KEY_INVALID", { reason: checked.error.code });
    await recordAudit(within, {
      action: "elections:verification-key-published",
      subjectType: "election",
      subjectId: electionId,
      details: { trustee: trustee.index },
    });
    await within.database.trustee.update({ where: { id: trustee.id }, data: { verificationKey } });
    const keys = election.trustees.map((each) => (each.id === trustee.id ? verificationKey : each.verificationKey));
    const known = keys.flatMap((key) => (key === null ? [] : [key]));
    if (known.length < keys.length) return ok({ index: trustee.index, isComplete: false });
    const completed = await completeCeremony(within, election, known);
    return completed.ok ? ok({ index: trustee.index, isComplete: true }) : completed;
  });
}

async function completeCeremony(
  within: ContextWithin,
  election: LockedElection,
  verificationKeys: readonly string[],
): Promise<Result<void, PublishVerificationKeyRefusal>> {
  const group = election.group as GroupName;
  const assembled = assembleThresholdTrustees({ ...ceremonyOf(election), verificationKeys });
  if (!assembled.ok) return refuse("VERIFICATION_KEY_INVALID", { reason: assembled.error.code });
  const trusteesPayload = serializeTrustees([assembled.value]);
  const verified = verifyTrustees(group, trusteesPayload);
  if (!verified.ok) return refuse("VERIFICATION_KEY_INVALID", { reason: verified.error.code });
  const publicKey = electionPublicKey(group, trusteesPayload);
  const rehearsal = encryptRehearsal({ group, publicKey, random: within.random });
  await within.database.election.update({
    where: { id: election.id },
    data: { trusteesPayload, rehearsalPayload: rehearsal.payload, rehearsalNumber: rehearsal.expectedNumber },
  });
  return ok(undefined);
}

/** What the trustees have published in rounds 1 and 2. */
function ceremonyOf(election: LockedElection) {
  const polynomials = election.trustees.map(
    ({ polynomial }) => JSON.parse(polynomial ?? "") as { coefexps: string; signature: string },
  );
  return {
    group: election.group as GroupName,
    size: election.trustees.length,
    threshold: election.trusteeThreshold,
    certificates: election.trustees.map(({ certificate }) => certificate ?? ""),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    signatures: polynomials.map(({ signature }) => signature),
  };
}
