// Who holds which role, granted by whom and until when.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { roles } from "#app/platform/permissions/actor.ts";

export interface RoleGrantView {
  readonly accountId: string;
  readonly name: string;
  readonly userId: string;
  readonly role: Role;
  readonly grantedAt: string;
  readonly grantedBy: string;
  /** Null: until somebody takes it away. */
  readonly expiresAt: string | null;
}

/** The grants that hold now, by name. */
export async function listRoleGrants(context: ReadingContext): Promise<RoleGrantView[]> {
  const rows = await context.database.roleGrant.findMany({
    where: { OR: [{ expiresAt: null }, { expiresAt: { gt: context.clock.now() } }], account: { isActive: true } },
    include: { account: { select: { name: true, userId: true } } },
    orderBy: [{ account: { name: "asc" } }, { role: "asc" }],
  });
  return rows.flatMap(({ accountId, account, role, grantedAt, grantedBy, expiresAt }) => {
    const known = roles.find((each) => each === role);
    if (known === undefined) return [];
    const { name, userId } = account;
    const view = { accountId, name, userId, role: known, grantedAt: grantedAt.toISOString(), grantedBy };
    return [{ ...view, expiresAt: expiresAt?.toISOString() ?? null }];
  });
}
