// An organisation lets another person vote for it in one election: granted by the login of the person who holds its mandate.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { findAccountByUserId } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findMandateFacts, findRollMandate } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { MayDelegateRefusal, MayHoldRefusal } from "../domain/may-delegate.ts";
import { mayDelegateNow, mayHold } from "../domain/may-delegate.ts";
import { findDelegationRules, isInForce } from "../queries/delegations.server.ts";
import { describeDelegate } from "../queries/delegate.server.ts";
import { tellContacts } from "./tell-contacts.server.ts";

export type GrantDelegationRefusal =
  | MayDelegateRefusal
  | MayHoldRefusal
  | Refusal<"ELECTION_UNKNOWN" | "NOT_ON_ROLL" | "DELEGATE_UNKNOWN" | "DELEGATION_ALREADY_RUNNING">;

export interface GrantDelegationInput {
  readonly electionId: string;
  readonly organizationHandle: string;
  readonly delegateUserId: string;
}

export async function grantDelegation(
  context: Context,
  { electionId, organizationHandle, delegateUserId }: GrantDelegationInput,
): Promise<Result<{ delegationId: string }, GrantDelegationRefusal>> {
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("mandates:delegate", actor);
  const delegate = await findAccountByUserId(context, delegateUserId);
  if (delegate === undefined || !delegate.isActive) return refuse("DELEGATE_UNKNOWN");
  return inTransaction<Result<{ delegationId: string }, GrantDelegationRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: "mandates:delegation-offered",
      subjectType: "election",
      subjectId: electionId,
      details: { organization: organizationHandle, delegate: `${delegate.name} (${delegate.userId})` },
    });
    const facts = await findMandateFacts(within, electionId);
    if (facts === undefined) return refuse("ELECTION_UNKNOWN");
    const rules = mayDelegateNow(facts, await findDelegationRules(within, electionId), within.clock.now());
    if (!rules.ok) return rules;
    const mandate = await findRollMandate(within, electionId, organizationHandle);
    if (mandate === undefined) return refuse("NOT_ON_ROLL");
    const { organizationId } = mandate;
    const where = { electionId, organizationId, state: { in: ["offered", "accepted"] } };
    for (const running of await within.database.delegation.findMany({ where })) {
      if (running.state === "offered" || (await isInForce(within, running)))
        return refuse("DELEGATION_ALREADY_RUNNING");
      // Why: two people put another holder on the roll since, so the delegation has ended without anybody taking it back.
      await within.database.delegation.update({
        where: { id: running.id },
        data: { state: "revoked", endedAt: within.clock.now() },
      });
    }
    // Why after that: once a delegate has accepted she is the holder, and passes nothing on.
    if (mandate.holderId !== actor.accountId) throw new NotPermitted("mandates:delegate", actor);
    const allowed = mayHold(await describeDelegate(within, { facts, mandate, delegate }), rules.value);
    if (!allowed.ok) return allowed;
    const delegation = await within.database.delegation.create({
      data: {
        electionId,
        organizationId,
        organizationHandle: mandate.organizationHandle,
        organizationName: mandate.organizationName,
        grantedBy: actor.accountId,
        grantedByName: actor.name,
        grantedAt: within.clock.now(),
        delegateId: delegate.accountId,
        delegateName: delegate.name,
        delegateUserId: delegate.userId,
      },
    });
    await tellContacts(within, facts, delegation, "offered");
    return ok({ delegationId: delegation.id });
  });
}
