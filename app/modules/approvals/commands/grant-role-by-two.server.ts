// A role is granted by two administrators and until a date: whoever could make commissioners alone could make a majority of them.
// It stands here, because accounts lies below approvals. Source: CM/Rec(2017)5 no. 41; requirements: separation of duties.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import {
  findAccountByUserId,
  grantRoleWithin,
  listAccounts,
  listRoleGrants,
} from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import type { ApprovableAct } from "../domain/approvable-act.ts";
import { proposeAct } from "./propose-act.server.ts";

type RoleToGrant = {
  readonly accountId: string;
  readonly person: string;
  readonly role: Role;
  readonly expiresAt: string;
};

export const grantRoleAct: ApprovableAct<RoleToGrant> = {
  kind: "accounts:grant-role",
  mayPropose: ["administrator"],
  mayApprove: ["administrator"],
  async describe(context, { payload: { accountId, role, expiresAt } }) {
    const held = (await listRoleGrants(context)).find((grant) => grant.accountId === accountId && grant.role === role);
    return [
      { field: "role", before: held === undefined ? null : role, after: role },
      { field: "expiresAt", before: held?.expiresAt ?? null, after: expiresAt },
    ];
  },
  async carryOut(within, { payload: { accountId, role, expiresAt }, proposedBy }) {
    const [account] = await listAccounts(within, [accountId]);
    if (account === undefined || !account.isActive) return refuse("ROLE_FOR_NOBODY");
    const isApprover = within.actor.kind === "person" && within.actor.accountId === accountId;
    if (accountId === proposedBy || isApprover) return refuse("ROLE_FOR_ONESELF");
    const until = new Date(expiresAt);
    if (until <= within.clock.now()) return refuse("ROLE_EXPIRES_IN_THE_PAST");
    return grantRoleWithin(within, { accountId, role, expiresAt: until });
  },
};

const longestGrantMs = 4 * 366 * 24 * 60 * 60_000;

/** Proposes that a person hold a role until a date; nobody proposes one for herself. */
export async function proposeRole(
  context: Context,
  wish: { readonly userId: string; readonly role: Role; readonly expiresAt: Date; readonly reason: string },
): Promise<Result<{ proposalId: string }, Refusal>> {
  const account = await findAccountByUserId(context, wish.userId);
  if (account === undefined || !account.isActive) return refuse("ROLE_FOR_NOBODY");
  if (context.actor.kind === "person" && context.actor.accountId === account.accountId)
    return refuse("ROLE_FOR_ONESELF");
  const now = context.clock.now().getTime();
  if (wish.expiresAt.getTime() <= now) return refuse("ROLE_EXPIRES_IN_THE_PAST");
  if (wish.expiresAt.getTime() > now + longestGrantMs) return refuse("ROLE_HELD_TOO_LONG");
  const { accountId, name, userId } = account;
  const person = `${name} (${userId})`;
  return proposeAct(context, grantRoleAct, {
    subjectType: "account",
    subjectId: accountId,
    subjectTitle: { es: person, en: person, pt: person },
    payload: { accountId, person, role: wish.role, expiresAt: wish.expiresAt.toISOString() },
    reason: wish.reason,
  });
}
