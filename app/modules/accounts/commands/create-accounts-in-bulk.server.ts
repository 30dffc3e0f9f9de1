// Adds thousands of people at once, for the import of a whole register. None has a password.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { normalizeUserId, UserIdDispenser } from "../domain/user-id.ts";
import type { CreatedAccount } from "./create-account.server.ts";

export interface BulkAccount {
  readonly userId?: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isDemonstration?: boolean;
}

const columns = {
  id: "text",
  userId: "text",
  name: "text",
  email: "text",
  language: "text",
  isDemonstration: "boolean",
  createdAt: "instant",
} as const;

/** Creates the accounts, in the order of the rows. One entry of the audit log covers them all. */
export async function createAccountsInBulk(
  within: ContextWithin,
  rows: readonly BulkAccount[],
): Promise<CreatedAccount[]> {
  const { actor } = within;
  const mayImport = actor.kind === "person" ? actor.roles.includes("administrator") : actor.kind !== "visitor";
  if (!mayImport) throw new NotPermitted("accounts:administer", actor);
  if (rows.length === 0) return [];
  await recordAudit(within, {
    action: "accounts:created-in-bulk",
    subjectType: "accounts",
    subjectId: "bulk",
    details: { count: rows.length },
  });
  const taken = await within.database.account.findMany({ select: { userId: true } });
  const dispenser = new UserIdDispenser(taken.map((row) => row.userId));
  const created = rows.map((row) => ({
    accountId: randomIdentifier(within.random),
    userId: userIdFor(dispenser, row),
  }));
  const createdAt = within.clock.now();
  const accounts = rows.map((row, index) => ({
    id: created[index]?.accountId ?? "",
    userId: created[index]?.userId ?? "",
    name: row.name,
    email: row.email,
    language: row.language,
    isDemonstration: row.isDemonstration ?? false,
    createdAt,
  }));
  await insertRows(within, "accounts", columns, accounts);
  return created;
}

// Why a wished user ID that is taken gives way: an import of thousands must not fail for one namesake.
function userIdFor(dispenser: UserIdDispenser, row: BulkAccount): string {
  if (row.userId === undefined) return dispenser.dispense(row.name);
  const wished = normalizeUserId(row.userId);
  return dispenser.take(wished) ? wished : dispenser.dispense(row.name);
}
