// A commissioner signs the final roll with the key of her seat: the signature names the root, so it holds for this roll and for no other.
// It was made in her browser; the server can neither make nor change one. Source: domain facts §2.4; CM/Rec(2017)5 no. 48; decision 0014.
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { isRollClaimable } from "../queries/roll-claim-window.server.ts";
import { findRollSignatures, readRollToSign } from "../queries/roll-signatures.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type SignRollRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "ROLL_NOT_FROZEN"
  | "ROLL_SIGNATURE_AFTER_SEALING"
  | "ROLL_SIGNED_WITH_KEYS_ONLY"
  | "ROLL_SIGNED_AFTER_CEREMONY"
  | "ROLL_CHANGED_MEANWHILE"
  | "ROLL_DIFFERS_FROM_ITS_ROOT"
  | "ROLL_CLAIMS_STILL_OPEN"
  | "ROLL_CLAIMS_UNDECIDED"
  | "ROLL_CLAIMS_NOT_CARRIED_OUT"
  | "ROLL_SIGNATURE_INVALID"
  | "ROLL_ALREADY_SIGNED"
>;

export interface SignRollInput {
  readonly electionId: string;
  /** The root that the person saw. */
  readonly root: string;
  /** Over `rollStatement`, by the key of the person's seat. */
  readonly signature: string;
  /** The module of claims stands above this one, so the door that knows both hands the count in. */
  countUndecidedClaims(context: ReadingContext): Promise<number>;
  /** Upheld ones that nobody carried out, and of which nobody said why not. */
  countUnsettledClaims(context: ReadingContext): Promise<number>;
}

export async function signRoll(
  context: Context,
  { electionId, root, signature, countUndecidedClaims, countUnsettledClaims }: SignRollInput,
): Promise<Result<{ signatures: number; needed: number }, SignRollRefusal>> {
  requirePermission(context.actor, permissions, "elections:sign-roll");
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:sign-roll", actor);
  return inTransaction<Result<{ signatures: number; needed: number }, SignRollRefusal>>(context, async (within) => {
    const signedAt = within.clock.now();
    await recordAudit(within, {
      action: "elections:roll-signed",
      subjectType: "election",
      subjectId: electionId,
      // Why the hash: whoever has the bundle finds in the log that exactly this signature was given. Why the time beside the
      // entry's own: the clock goes on between the two, and an auditor compares to the millisecond.
      details: {
        root,
        signature: hexOf(sha256(new TextEncoder().encode(signature))),
        signedAt: signedAt.toISOString(),
      },
    });
    const election = await lockElection(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    const decided = await decideSigning(within, election, root);
    if (!decided.ok) return decided;
    const seat = election.trustees.find(({ accountId }) => accountId === actor.accountId);
    if (seat === undefined) return refuse("ROLL_SIGNED_WITH_KEYS_ONLY");
    const undecided = await countUndecidedClaims(within);
    if (undecided > 0) return refuse("ROLL_CLAIMS_UNDECIDED", { count: undecided });
    const unsettled = await countUnsettledClaims(within);
    if (unsettled > 0) return refuse("ROLL_CLAIMS_NOT_CARRIED_OUT", { count: unsettled });
    const { isSigned } = await readRollToSign(within, election);
    if (!isSigned({ trustee: seat.index, signature })) return refuse("ROLL_SIGNATURE_INVALID");
    const key = { electionId, version: election.rollVersion, trusteeIndex: seat.index };
    const before = await within.database.rollSignature.findUnique({
      where: { electionId_version_trusteeIndex: key },
    });
    if (before !== null) return refuse("ROLL_ALREADY_SIGNED");
    const { accountId, name } = actor;
    await within.database.rollSignature.create({
      data: { ...key, root, accountId, name, signature, signedAt },
    });
    const { signatures, needed } = await findRollSignatures(within, electionId);
    return ok({ signatures: signatures.length, needed });
  });
}

/** Whether this roll may be signed now, whoever signs. */
async function decideSigning(
  within: ContextWithin,
  election: LockedElection,
  root: string,
): Promise<Result<undefined, SignRollRefusal>> {
  if (election.rollRoot === null) return refuse("ROLL_NOT_FROZEN");
  if (election.sealedAt) return refuse("ROLL_SIGNATURE_AFTER_SEALING");
  if (election.rollRoot !== root) return refuse("ROLL_CHANGED_MEANWHILE");
  if ((await readRollToSign(within, election)).root !== root) return refuse("ROLL_DIFFERS_FROM_ITS_ROOT");
  if (await isRollClaimable(within, election.id)) return refuse("ROLL_CLAIMS_STILL_OPEN");
  return election.trusteesPayload === null ? refuse("ROLL_SIGNED_AFTER_CEREMONY") : ok(undefined);
}

/** Whether the box may be sealed over this roll: its root is the published one, and, where one is needed, enough seats signed exactly it. */
export async function requireFinalRoll(
  within: ContextWithin,
  election: LockedElection,
): Promise<Result<{ needed: number }, Refusal<"ROLL_DIFFERS_FROM_ITS_ROOT" | "ROLL_NOT_SIGNED">>> {
  const { root, isSigned } = await readRollToSign(within, election);
  if (root !== election.rollRoot) return refuse("ROLL_DIFFERS_FROM_ITS_ROOT");
  const { signatures, needed } = await findRollSignatures(within, election.id);
  // Why checked again: a row that was written behind the commands is no signature.
  const held = signatures.filter(isSigned).length;
  return held >= needed ? ok({ needed }) : refuse("ROLL_NOT_SIGNED", { signatures: held, needed });
}
