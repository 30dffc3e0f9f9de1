// Gives a person a role, for ever or until a date, and takes it away.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { permissions } from "../module.ts";

export interface RoleGrantInput {
  readonly accountId: string;
  readonly role: Role;
  /** Absent: until somebody takes it away. */
  readonly expiresAt?: Date;
}

export type GrantRoleRefusal = Refusal<"ACCOUNT_UNKNOWN">;

/** Grants the role; a second grant replaces the date until which it holds. */
export function grantRole(context: Context, input: RoleGrantInput): Promise<Result<void, GrantRoleRefusal>> {
  requirePermission(context.actor, permissions, "accounts:administer");
  const { accountId, role } = input;
  const expiresAt = input.expiresAt ?? null;
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:role-granted",
      subjectType: "account",
      subjectId: accountId,
      details: { role, expiresAt: expiresAt?.toISOString() ?? null },
    });
    if ((await within.database.account.count({ where: { id: accountId } })) === 0) return refuse("ACCOUNT_UNKNOWN");
    const grant = { grantedAt: within.clock.now(), grantedBy: granterName(context), expiresAt };
    await within.database.roleGrant.upsert({
      where: { accountId_role: { accountId, role } },
      create: { accountId, role, ...grant },
      update: grant,
    });
    return ok(undefined);
  });
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

function granterName(context: Context): string {
  return context.actor.kind === "person" ? context.actor.userId : context.actor.kind;
}
