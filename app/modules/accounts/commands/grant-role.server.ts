// Gives a person a role, for ever or until a date, and takes it away.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { permissions } from "../module.ts";

export interface RoleGrantInput {
  readonly accountId: string;
  readonly role: Role;
  /** Absent: until somebody takes it away. */
  readonly expiresAt?: Date;
}

type RoleGrantWithin = Omit<RoleGrantInput, "expiresAt"> & { readonly expiresAt?: Date | null };

export type GrantRoleRefusal = Refusal<"ACCOUNT_UNKNOWN">;

/**
 * Grants the role; a second grant replaces the date until which it holds.
 * Security: only from the machine's own shell. A person never grants a role alone: approvals has the act for two administrators.
 */
export function grantRole(context: Context, input: RoleGrantInput): Promise<Result<void, GrantRoleRefusal>> {
  requirePermission(context.actor, permissions, "accounts:administer");
  if (context.actor.kind === "person") throw new NotPermitted("accounts:administer", context.actor);
  return inTransaction(context, (within) => grantRoleWithin(within, input));
}

/** The same in the transaction in which a second administrator approved it. */
export async function grantRoleWithin(
  within: ContextWithin,
  { accountId, role, expiresAt = null }: RoleGrantWithin,
): Promise<Result<void, GrantRoleRefusal>> {
  requirePermission(within.actor, permissions, "accounts:administer");
  await recordAudit(within, {
    action: "accounts:role-granted",
    subjectType: "account",
    subjectId: accountId,
    details: { role, expiresAt: expiresAt?.toISOString() ?? null },
  });
  if ((await within.database.account.count({ where: { id: accountId } })) === 0) return refuse("ACCOUNT_UNKNOWN");
  const grant = { grantedAt: within.clock.now(), grantedBy: granterName(within), expiresAt };
  await within.database.roleGrant.upsert({
    where: { accountId_role: { accountId, role } },
    create: { accountId, role, ...grant },
    update: grant,
  });
  return ok(undefined);
}

/** Takes the role away at once. */
export async function revokeRole(context: Context, input: { accountId: string; role: Role }): Promise<void> {
  requirePermission(context.actor, permissions, "accounts:administer");
  const { accountId, role } = input;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:role-revoked",
      subjectType: "account",
      subjectId: accountId,
      details: { role },
    });
    await within.database.roleGrant.deleteMany({ where: { accountId, role } });
    return ok(undefined);
  });
}

function granterName(context: Context | ContextWithin): string {
  return context.actor.kind === "person" ? context.actor.userId : context.actor.kind;
}
