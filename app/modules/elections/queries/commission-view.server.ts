// One election as a member of the commission, or an auditor, works with it. The long public payloads are left out, because the
// pages ask again every few seconds.
import type { Context } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import type { Duty } from "../domain/duties.ts";
import type { RollSigningFacts } from "../domain/duties.ts";
import { dutiesOf } from "../domain/duties.ts";
import { needsFinalRoll } from "../domain/final-roll.ts";
import { permissions } from "../module.ts";
import { countUndecidedDisputes } from "../quarantine/queries/disputes.server.ts";
import type { CeremonyView } from "./commission.server.ts";
import { findCeremony } from "./commission.server.ts";
import type { ElectionView } from "./elections.server.ts";
import { findElection, listElections } from "./elections.server.ts";
import { findRollSignatures } from "./roll-signatures.server.ts";
import { isRollClaimable } from "./roll-claim-window.server.ts";

export type ElectionAtDesk = Omit<ElectionView, "electionPayload" | "trusteesPayload" | "credentialsPayload">;

export interface CommissionView {
  readonly election: ElectionAtDesk;
  /** Null: the person holds no key of this election. */
  readonly ceremony: CeremonyView | null;
  /** What is asked of the person now; nothing is asked of auditors. */
  readonly duties: readonly Duty[];
  /** How many disputes hold the count back. */
  readonly undecidedDisputes: number;
}

/** One election from the person's seat; undefined when there is none with that id. */
export async function findCommissionView(context: Context, electionId: string): Promise<CommissionView | undefined> {
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:prepare", actor);
  requirePermission(actor, permissions, "elections:prepare");
  const found = await findElection(context, electionId);
  if (found === undefined) return undefined;
  const ceremony = await findCeremony(context, { electionId, accountId: actor.accountId });
  const undecidedDisputes = found.phase === "counting" ? await countUndecidedDisputes(context, electionId) : 0;
  const rollSigning = await rollSigningOf(context, found, ceremony?.ownIndex);
  const isMember = actor.roles.includes("commission");
  const duties = isMember ? dutiesOf({ ...found, seat: ceremony, rollSigning, undecidedDisputes }) : [];
  return { election: withoutPayloads(found), ceremony: ceremony ?? null, duties, undecidedDisputes };
}

/** Undefined where nobody has to sign the roll: before the freeze, after the seal, and in a test without a call. */
async function rollSigningOf(
  context: Context,
  { id, phase, isTest, hasCall }: ElectionView,
  seat: number | undefined,
): Promise<RollSigningFacts | undefined> {
  if (phase !== "preparing" || !needsFinalRoll({ isTest, hasCall })) return undefined;
  const { signatures, needed, hasKeys } = await findRollSignatures(context, id);
  const isMissing = seat !== undefined && hasKeys && !signatures.some(({ trustee }) => trustee === seat);
  const isOwnAwaited = isMissing && !(await isRollClaimable(context, id));
  return { isOwnAwaited, isSigned: signatures.length >= needed };
}

/** Every election from the person's seat: those that ask something of the person first, then in the order of the public list. */
export async function listCommissionViews(context: Context): Promise<CommissionView[]> {
  const elections = await listElections(context, { withDrafts: true });
  const views = await Promise.all(elections.map(({ id }) => findCommissionView(context, id)));
  const found = views.filter((view) => view !== undefined);
  return [...found.filter((view) => view.duties.length > 0), ...found.filter((view) => view.duties.length === 0)];
}

/** An election without what only programs read. */
export function withoutPayloads(found: ElectionView): ElectionAtDesk {
  const { electionPayload: _election, ...rest } = found;
  return rest;
}
