// People as the register's contacts, with no more of them than a directory may need.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface ContactCard {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  /** False: the account is closed, and nobody can be reached by it. */
  readonly isActive: boolean;
}

/** The cards of these accounts, in no particular order; unknown ones are left out. */
export async function listContactCards(context: ReadingContext, accountIds: Iterable<string>): Promise<ContactCard[]> {
  const found: ContactCard[] = [];
  const unique = [...new Set(accountIds)];
  // Why in parts: a database takes a limited number of values in one question.
  for (let start = 0; start < unique.length; start += 5000) {
    const rows = await context.database.account.findMany({
      where: { id: { in: unique.slice(start, start + 5000) } },
      select: { id: true, userId: true, name: true, email: true, createdAt: true, isActive: true },
    });
    found.push(...rows.map(({ id, ...card }) => ({ accountId: id, ...card })));
  }
  return found;
}
