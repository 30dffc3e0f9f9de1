// Adds a person with a user ID. The person signs in once somebody invites them or hands out a one-off password.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { initialsOf, isUserId, normalizeUserId, UserIdDispenser } from "../domain/user-id.ts";

export interface NewAccount {
  /** Absent: made from the initials and a number. */
  readonly userId?: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles?: readonly Role[];
  readonly isDemonstration?: boolean;
}

export interface CreatedAccount {
  readonly accountId: string;
  readonly userId: string;
}

export type CreateAccountRefusal = Refusal<"USER_ID_TAKEN" | "USER_ID_MALFORMED">;

/** Creates the account in a transaction of its own. */
export function createAccount(
  context: Context,
  account: NewAccount,
): Promise<Result<CreatedAccount, CreateAccountRefusal>> {
  return inTransaction(context, (within) => createAccountWithin(within, account));
}

/** The same inside a transaction. Who may add people to an organisation is for the caller to decide; roles need an administrator. */
export async function createAccountWithin(
  within: ContextWithin,
  account: NewAccount,
): Promise<Result<CreatedAccount, CreateAccountRefusal>> {
  requireCreator(within, account.roles ?? []);
  const accountId = randomIdentifier(within.random);
  await recordAudit(within, {
    action: "accounts:created",
    subjectType: "account",
    subjectId: accountId,
    changes: [
      { field: "name", before: null, after: account.name },
      { field: "email", before: null, after: account.email },
      { field: "language", before: null, after: account.language },
    ],
    details: { roles: [...(account.roles ?? [])] },
  });
  const userId = await chooseUserId(within, account);
  if (!userId.ok) return userId;
  await within.database.account.create({
    data: {
      id: accountId,
      userId: userId.value,
      name: account.name.trim(),
      email: account.email.trim(),
      language: account.language,
      isDemonstration: account.isDemonstration ?? false,
      createdAt: within.clock.now(),
      roles: {
        create: (account.roles ?? []).map((role) => ({
          role,
          grantedAt: within.clock.now(),
          grantedBy: within.actor.kind === "person" ? within.actor.userId : within.actor.kind,
        })),
      },
    },
  });
  return ok({ accountId, userId: userId.value });
}

function requireCreator(within: ContextWithin, roles: readonly Role[]): void {
  const { actor } = within;
  if (actor.kind === "visitor") throw new NotPermitted("accounts:create", actor);
  const grantsRoles = roles.length > 0 && actor.kind === "person";
  // Security: roles are granted by two administrators (module approvals), never along with a new account.
  if (grantsRoles) throw new NotPermitted("accounts:administer", actor);
}

async function chooseUserId(within: ContextWithin, account: NewAccount): Promise<Result<string, CreateAccountRefusal>> {
  if (account.userId === undefined) {
    const rows = await within.database.account.findMany({
      where: { userId: { startsWith: initialsOf(account.name) } },
      select: { userId: true },
    });
    return ok(new UserIdDispenser(rows.map((row) => row.userId)).dispense(account.name));
  }
  const userId = normalizeUserId(account.userId);
  if (!isUserId(userId)) return refuse("USER_ID_MALFORMED", { userId });
  const taken = await within.database.account.count({ where: { userId } });
  return taken > 0 ? refuse("USER_ID_TAKEN", { userId }) : ok(userId);
}
