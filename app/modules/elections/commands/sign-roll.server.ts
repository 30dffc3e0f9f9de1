// A commissioner confirms the final roll: the confirmation names the root, so it holds for this roll and for no other.
// Source: domain facts §2.4 (claims about the roll are decided before voting); CM/Rec(2017)5 no. 48. Why no digital signature: decision 0011.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { isRollClaimable } from "../queries/roll-claim-window.server.ts";
import { computeRollRoot } from "../queries/roll-tree.server.ts";
import { lockElection } from "./lock-election.server.ts";

export type SignRollRefusal = Refusal<
  | "ROLL_NOT_FROZEN"
  | "ROLL_SIGNATURE_AFTER_SEALING"
  | "ROLL_CHANGED_MEANWHILE"
  | "ROLL_DIFFERS_FROM_ITS_ROOT"
  | "ROLL_CLAIMS_STILL_OPEN"
  | "ROLL_CLAIMS_UNDECIDED"
  | "ROLL_ALREADY_SIGNED"
>;

export interface SignRollInput {
  readonly electionId: string;
  /** The root that the person saw. */
  readonly root: string;
  /** The module of claims stands above this one, so the door that knows both hands the count in. */
  countUndecidedClaims(context: ReadingContext): Promise<number>;
}

export async function signRoll(
  context: Context,
  { electionId, root, countUndecidedClaims }: SignRollInput,
): Promise<Result<{ signatures: number; needed: number }, SignRollRefusal>> {
  requirePermission(context.actor, permissions, "elections:sign-roll");
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:sign-roll", actor);
  return inTransaction(context, async (within) => {
    const signed = { accountId: actor.accountId, name: actor.name, signedAt: within.clock.now() };
    await recordAudit(within, {
      action: "elections:roll-signed",
      subjectType: "election",
      subjectId: electionId,
      details: { root },
    });
    const election = await lockElection(within, electionId);
    if (election.rollRoot === null) return refuse("ROLL_NOT_FROZEN");
    if (election.sealedAt) return refuse("ROLL_SIGNATURE_AFTER_SEALING");
    if (election.rollRoot !== root) return refuse("ROLL_CHANGED_MEANWHILE");
    if ((await computeRollRoot(within, electionId)) !== root) return refuse("ROLL_DIFFERS_FROM_ITS_ROOT");
    if (await isRollClaimable(within, electionId)) return refuse("ROLL_CLAIMS_STILL_OPEN");
    const undecided = await countUndecidedClaims(within);
    if (undecided > 0) return refuse("ROLL_CLAIMS_UNDECIDED", { count: undecided });
    const key = { electionId, root, accountId: actor.accountId };
    const before = await within.database.rollSignature.findUnique({ where: { electionId_root_accountId: key } });
    if (before !== null) return refuse("ROLL_ALREADY_SIGNED");
    await within.database.rollSignature.create({
      data: { electionId, root, version: election.rollVersion, ...signed },
    });
    const signatures = await within.database.rollSignature.count({ where: { electionId, root } });
    return ok({ signatures, needed: election.trusteeThreshold });
  });
}

/** Whether the box may be sealed over this roll: its root is the published one, and, where there is a call, enough commissioners signed it. */
export async function requireFinalRoll(
  within: ContextWithin,
  election: {
    readonly id: string;
    readonly rollRoot: string | null;
    readonly hasCall: boolean;
    readonly trusteeThreshold: number;
  },
): Promise<Result<undefined, Refusal<"ROLL_DIFFERS_FROM_ITS_ROOT" | "ROLL_NOT_SIGNED">>> {
  const root = election.rollRoot ?? "";
  if ((await computeRollRoot(within, election.id)) !== root) return refuse("ROLL_DIFFERS_FROM_ITS_ROOT");
  if (!election.hasCall) return ok(undefined);
  const signatures = await within.database.rollSignature.count({ where: { electionId: election.id, root } });
  const needed = election.trusteeThreshold;
  return signatures >= needed ? ok(undefined) : refuse("ROLL_NOT_SIGNED", { signatures, needed });
}
