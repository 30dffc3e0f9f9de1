// The delegate accepts or declines, or the organisation takes its vote back, while the rules let mandates change hands.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { MandateFacts } from "#app/modules/elections/index.server.ts";
import { changeRollHolder, findMandateFacts, findRollMandate } from "#app/modules/elections/index.server.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { MayDelegateRefusal, MayHoldRefusal } from "../domain/may-delegate.ts";
import { mayDelegateNow, mayHold } from "../domain/may-delegate.ts";
import { describeDelegate } from "../queries/delegate.server.ts";
import { findDelegationRules, isInForce } from "../queries/delegations.server.ts";
import { tellContacts } from "./tell-contacts.server.ts";

export type EndDelegationRefusal =
  | MayDelegateRefusal
  | MayHoldRefusal
  | Refusal<
      "DELEGATION_UNKNOWN" | "DELEGATION_NOT_OFFERED" | "DELEGATION_NOT_RUNNING" | "NOT_ON_ROLL" | "DELEGATE_UNKNOWN"
    >
  | Refusal;

type Outcome = Result<void, EndDelegationRefusal>;
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
interface Wish {
  readonly delegationId: string;
}

/** The delegate takes the mandate: from here on she is the one who votes for the organisation. */
export function acceptDelegation(context: Context, wish: Wish): Promise<Outcome> {
  return change(context, wish, "accepted", async (within, row, facts) => {
    if (!isActor(within, row.delegateId)) throw new NotPermitted("mandates:accept", within.actor);
    if (row.state !== "offered") return refuse("DELEGATION_NOT_OFFERED");
    const rules = mayDelegateNow(facts, await findDelegationRules(within, row.electionId), within.clock.now());
    if (!rules.ok) return rules;
    const mandate = await findRollMandate(within, row.electionId, row.organizationHandle);
    // Why the holder: the roll may have been changed since, and then the offer is nobody's any more.
    if (mandate === undefined || mandate.holderId !== row.grantedBy) return refuse("NOT_ON_ROLL");
    const delegate = await getAccount(within, row.delegateId);
    if (!delegate.isActive) return refuse("DELEGATE_UNKNOWN");
    const allowed = mayHold(await describeDelegate(within, { facts, mandate, delegate, except: row.id }), rules.value);
    if (!allowed.ok) return allowed;
    return putOnRoll(within, row, { accountId: row.delegateId, isDelegated: true }, "Delegation accepted");
  });
}

/** The delegate does not want it. */
export function declineDelegation(context: Context, wish: Wish): Promise<Outcome> {
  return change(context, wish, "declined", async (within, row) => {
    if (!isActor(within, row.delegateId)) throw new NotPermitted("mandates:accept", within.actor);
    return row.state === "offered" ? ok(undefined) : refuse("DELEGATION_NOT_OFFERED");
  });
}

/** The organisation takes its vote back: who granted it, or its membership or administrative contact of today. */
export function revokeDelegation(context: Context, wish: Wish): Promise<Outcome> {
  return change(context, wish, "revoked", async (within, row, facts) => {
    if (!(await mayRevoke(within, row))) throw new NotPermitted("mandates:revoke", within.actor);
    if (row.state !== "offered" && row.state !== "accepted") return refuse("DELEGATION_NOT_RUNNING");
    if (row.state === "offered") return ok(undefined);
    // Why: two people have changed the roll since; taking back must not undo what they decided.
    if (!(await isInForce(within, row))) return ok(undefined);
    const rules = mayDelegateNow(facts, await findDelegationRules(within, row.electionId), within.clock.now());
    // Why not the cooling-off: it protects the organisation against a change of hands, and taking back is its protection.
    if (!rules.ok && rules.error.code !== "DELEGATION_COOLING_OFF") return rules;
    return putOnRoll(within, row, { accountId: row.grantedBy, isDelegated: false }, "Delegation revoked");
  });
}

function change(
  context: Context,
  { delegationId }: Wish,
  state: "accepted" | "declined" | "revoked",
  decide: (within: ContextWithin, row: Row, facts: MandateFacts) => Promise<Outcome>,
): Promise<Outcome> {
  return inTransaction<Outcome>(context, async (within) => {
    const known = await findRow(within, delegationId);
    if (known === null) return refuse("DELEGATION_UNKNOWN");
    await recordAudit(within, {
      action: `mandates:delegation-${state}`,
      subjectType: "election",
      subjectId: known.electionId,
      changes: [{ field: `${known.organizationHandle}.delegation`, before: known.state, after: state }],
      details: { organization: known.organizationHandle, delegate: `${known.delegateName} (${known.delegateUserId})` },
    });
    // Why read again: the log's lock is held now, and what was read before it may have changed.
    const row = await findRow(within, delegationId);
    const facts = await findMandateFacts(within, known.electionId);
    if (row === null || facts === undefined) return refuse("DELEGATION_UNKNOWN");
    const decision = await decide(within, row, facts);
    if (!decision.ok) return decision;
    const now = within.clock.now();
    await within.database.delegation.update({
      where: { id: row.id },
      data: { state, ...(state === "accepted" ? { acceptedAt: now } : { endedAt: now }) },
    });
    await tellContacts(within, facts, row, state);
    return ok(undefined);
  });
}

function findRow(within: ContextWithin, id: string) {
  return within.database.delegation.findUnique({ where: { id } });
}

function isActor(within: ContextWithin, accountId: string): boolean {
  return within.actor.kind === "person" && within.actor.accountId === accountId;
}

async function mayRevoke(within: ContextWithin, row: Row): Promise<boolean> {
  if (isActor(within, row.grantedBy)) return true;
  const { actor } = within;
  if (actor.kind !== "person") return false;
  const roles = await rolesOfPersonIn(within, actor.accountId, row.organizationId);
  return roles.includes("membership") || roles.includes("administrative");
}

async function putOnRoll(
  within: ContextWithin,
  row: Row,
  { accountId, isDelegated }: { readonly accountId: string; readonly isDelegated: boolean },
  reason: string,
): Promise<Outcome> {
  const { name, email, language } = await getAccount(within, accountId);
  const { electionId, organizationId } = row;
  const holder = { accountId, name, email, language };
  const changed = await changeRollHolder(within, { electionId, organizationId, holder, isDelegated, reason });
  return changed.ok ? ok(undefined) : changed;
}
