// Delegations from every side: the rules of an election, what a person was offered or holds, what she gave, and the public register.
import { findRollMandate, listDelegatedMandates } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** "overridden": it was accepted, and two people have put somebody else on the roll since. */
export type DelegationState = "offered" | "accepted" | "declined" | "revoked" | "overridden";

export interface DelegationView {
  readonly id: string;
  readonly electionId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly grantedByName: string;
  readonly grantedAt: string;
  readonly delegateName: string;
  readonly delegateUserId: string;
  readonly state: DelegationState;
  readonly acceptedAt: string | null;
}

/** What the election allows; undefined where nobody but the organisation's own contact votes for it. */
export async function findDelegationRules(
  context: ReadingContext,
  electionId: string,
): Promise<{ readonly capPerPerson: number; readonly endsAt: Date } | undefined> {
  const row = await context.database.delegationRules.findUnique({ where: { electionId } });
  return row === null ? undefined : { capPerPerson: row.capPerPerson, endsAt: row.endsAt };
}

/** What a person was offered or holds for other organisations; running ones only. */
export async function listDelegationsTo(context: ReadingContext, accountId: string): Promise<DelegationView[]> {
  return runningOf(context, { delegateId: accountId });
}

/** What a person has given for organisations for which she votes; running ones only. */
export async function listDelegationsBy(context: ReadingContext, accountId: string): Promise<DelegationView[]> {
  return runningOf(context, { grantedBy: accountId });
}

/** Every delegation of an organisation, those that ended too: its own people read the history. */
export async function listDelegationsOf(context: ReadingContext, organizationId: string): Promise<DelegationView[]> {
  return viewsOf(context, await context.database.delegation.findMany({ where: { organizationId }, orderBy }));
}

async function runningOf(
  context: ReadingContext,
  whose: { readonly delegateId: string } | { readonly grantedBy: string },
): Promise<DelegationView[]> {
  const where = { ...whose, state: { in: ["offered", "accepted"] } };
  const views = await viewsOf(context, await context.database.delegation.findMany({ where, orderBy }));
  return views.filter(({ state }) => state !== "overridden");
}

export interface RegisteredDelegation {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly delegateName: string;
  readonly acceptedAt: string;
}

/** What everybody may see: accepted ones, by delegate. Privacy: no user ID, no address, and who granted stays with the organisation. */
export async function listRegister(context: ReadingContext, electionId: string): Promise<RegisteredDelegation[]> {
  const rows = await context.database.delegation.findMany({
    where: { electionId, state: "accepted" },
    orderBy: [{ delegateName: "asc" }, { organizationName: "asc" }],
  });
  const holders = await listDelegatedMandates(context, electionId);
  const running = rows.filter((row) => holders.get(row.organizationHandle)?.holderId === row.delegateId);
  return running.map(({ organizationHandle, organizationName, delegateName, acceptedAt, grantedAt }) => ({
    organizationHandle,
    organizationName,
    delegateName,
    acceptedAt: (acceptedAt ?? grantedAt).toISOString(),
  }));
}

/** Whether the delegate of an accepted delegation still votes: a change of the roll by two people ends it without a word here. */
export async function isInForce(
  context: ReadingContext,
  delegation: { readonly electionId: string; readonly organizationHandle: string; readonly delegateId: string },
): Promise<boolean> {
  const mandate = await findRollMandate(context, delegation.electionId, delegation.organizationHandle);
  return mandate !== undefined && mandate.isDelegated && mandate.holderId === delegation.delegateId;
}

/** Elections that allow delegation, by id. */
export async function listElectionsWithDelegation(context: ReadingContext): Promise<string[]> {
  const rows = await context.database.delegationRules.findMany({ select: { electionId: true } });
  return rows.map(({ electionId }) => electionId);
}

const orderBy = [{ grantedAt: "desc" as const }, { id: "asc" as const }];

interface Row extends Omit<DelegationView, "grantedAt" | "acceptedAt" | "state"> {
  readonly delegateId: string;
  readonly grantedAt: Date;
  readonly acceptedAt: Date | null;
  readonly state: string;
}

function viewsOf(context: ReadingContext, rows: readonly Row[]): Promise<DelegationView[]> {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      electionId: row.electionId,
      organizationHandle: row.organizationHandle,
      organizationName: row.organizationName,
      grantedByName: row.grantedByName,
      grantedAt: row.grantedAt.toISOString(),
      delegateName: row.delegateName,
      delegateUserId: row.delegateUserId,
      state: (await isOverridden(context, row)) ? "overridden" : (row.state as DelegationState),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
    })),
  );
}

/** Whether somebody else has been put in the delegate's place. Where the roll's people are erased nobody can tell, and nothing is said. */
async function isOverridden(context: ReadingContext, row: Row): Promise<boolean> {
  if (row.state !== "accepted") return false;
  const mandate = await findRollMandate(context, row.electionId, row.organizationHandle);
  if (mandate === undefined || !mandate.isDelegated) return true;
  return mandate.holderId !== null && mandate.holderId !== row.delegateId;
}
