// Finds people: one by ID or user ID, some by what was typed, those with a role.
import type { Ground, ReadingContext } from "#app/platform/context.server.ts";
import { caseInsensitive } from "#app/platform/database/database.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { roles } from "#app/platform/permissions/actor.ts";
import { normalizeUserId } from "../domain/user-id.ts";

/** A person, as other modules may know them. */
export interface Account {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isActive: boolean;
  readonly isDemonstration: boolean;
  readonly roles: readonly Role[];
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

/** The account; throws when there is none. */
export async function getAccount(context: ReadingContext, accountId: string): Promise<Account> {
  const row = await context.database.account.findUniqueOrThrow({ where: { id: accountId }, include });
  return asAccount(context, row);
}

/** The accounts of these IDs, in no particular order; unknown ones are left out. */
export async function listAccounts(context: ReadingContext, accountIds: readonly string[]): Promise<Account[]> {
  const found: Account[] = [];
  const unique = [...new Set(accountIds)];
  // Why in parts: a database takes a limited number of values in one question.
  for (let start = 0; start < unique.length; start += 5000) {
    const part = unique.slice(start, start + 5000);
    const rows = await context.database.account.findMany({ where: { id: { in: part } }, include });
    found.push(...rows.map((row) => asAccount(context, row)));
  }
  return found;
}

/** The account with this user ID, however it was typed. */
export async function findAccountByUserId(context: ReadingContext, userId: string): Promise<Account | undefined> {
  const row = await context.database.account.findUnique({ where: { userId: normalizeUserId(userId) }, include });
  return row === null ? undefined : asAccount(context, row);
}

/**
 * Who has this e-mail address, however it is written; so many at most, and first who has chosen a password.
 *
 * Security: accounts that somebody else made of an address, or of one like it, keep nobody out of her own.
 */
export async function findAccountsByEmail(context: ReadingContext, email: string, limit = 20): Promise<Account[]> {
  const typed = email.trim();
  // Why begins and ends: of equality SQLite would want the same capitals (`caseInsensitive`).
  const whole = { startsWith: typed, endsWith: typed, ...caseInsensitive(context.settings) };
  const rows = await context.database.account.findMany({
    where: { email: whole },
    orderBy: [{ passwordHash: { sort: "asc", nulls: "last" } }, { userId: "asc" }],
    take: limit,
    include,
  });
  return rows.filter((row) => row.email.toLowerCase() === typed.toLowerCase()).map((row) => asAccount(context, row));
}

/**
 * By e-mail the only active account that has it; an address that two people share belongs to neither.
 *
 * Security: who has chosen a password, by a mail to the address, goes before an account that somebody else made of it.
 */
export async function findOnlyAccountsByEmail(
  context: ReadingContext,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, { readonly id: string; readonly isEntered: boolean }[]>();
  const unique = [...new Set(emails)];
  for (let start = 0; start < unique.length; start += 5000) {
    const part = unique.slice(start, start + 5000);
    const rows = await context.database.account.findMany({
      where: { email: { in: part }, isActive: true },
      select: { id: true, email: true, passwordHash: true },
    });
    for (const { id, email, passwordHash } of rows)
      found.set(email, [...(found.get(email) ?? []), { id, isEntered: passwordHash !== null }]);
  }
  return new Map(
    [...found].flatMap(([email, accounts]) => {
      const entered = accounts.filter(({ isEntered }) => isEntered);
      const [only, ...others] = entered.length > 0 ? entered : accounts;
      return only !== undefined && others.length === 0 ? [[email, only.id]] : [];
    }),
  );
}

/**
 * People whose user ID, name or e-mail contains what was typed, by name; at most `limit`.
 *
 * Who may search is for the caller to decide.
 */
export async function findAccounts(
  context: ReadingContext,
  {
    query,
    limit = 20,
    isEmailLeftOut = false,
  }: { readonly query: string; readonly limit?: number; readonly isEmailLeftOut?: boolean },
): Promise<Account[]> {
  const typed = query.trim();
  const containing = { contains: typed, ...caseInsensitive(context.settings) };
  // Privacy: who may not read addresses must not find them out letter by letter either.
  const email = isEmailLeftOut ? [] : [{ email: containing }];
  const rows = await context.database.account.findMany({
    where:
      typed === "" ? {} : { OR: [{ userId: { startsWith: normalizeUserId(typed) } }, { name: containing }, ...email] },
    orderBy: [{ name: "asc" }, { userId: "asc" }],
    take: limit,
    include,
  });
  return rows.map((row) => asAccount(context, row));
}

/** Everybody who holds the role now, by name. */
export async function listAccountsWithRole(context: ReadingContext, role: Role): Promise<Account[]> {
  const rows = await context.database.account.findMany({
    where: { isActive: true, roles: { some: { role, ...unexpired(context) } } },
    orderBy: [{ name: "asc" }, { userId: "asc" }],
    include,
  });
  return rows.map((row) => asAccount(context, row));
}

/** The roles that hold now, out of a person's grants. */
export function rolesNow(
  context: ReadingContext,
  grants: readonly { readonly role: string; readonly expiresAt: Date | null }[],
): Role[] {
  const now = context.clock.now();
  const held = grants.filter((grant) => grant.expiresAt === null || grant.expiresAt > now).map((grant) => grant.role);
  return roles.filter((role) => held.includes(role));
}

const include = { roles: { select: { role: true, expiresAt: true } } } as const;

interface AccountRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly isActive: boolean;
  readonly isDemonstration: boolean;
  readonly passwordHash: string | null;
  readonly totpEnabledAt: Date | null;
  readonly roles: readonly { readonly role: string; readonly expiresAt: Date | null }[];
}

function asAccount(context: ReadingContext, row: AccountRow): Account {
  return {
    accountId: row.id,
    userId: row.userId,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : defaultLanguage,
    isActive: row.isActive,
    isDemonstration: row.isDemonstration,
    roles: rolesNow(context, row.roles),
    hasPassword: row.passwordHash !== null,
    hasSecondFactor: row.totpEnabledAt !== null,
  };
}

function unexpired(context: ReadingContext) {
  return { OR: [{ expiresAt: null }, { expiresAt: { gt: context.clock.now() } }] };
}

/** How many people there are, and how many of them were invented for a demonstration. */
export async function countPeople(ground: Ground): Promise<{ readonly real: number; readonly invented: number }> {
  const [real, invented] = await Promise.all(
    [false, true].map((isDemonstration) => ground.database.account.count({ where: { isDemonstration } })),
  );
  return { real: real ?? 0, invented: invented ?? 0 };
}
