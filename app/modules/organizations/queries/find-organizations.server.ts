// Searches the register of organisations by handle, name, country or contact, page by page.
import { findAccounts } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Prisma } from "#app/platform/database/database.server.ts";
import { searchable } from "../domain/search-text.ts";
import type { OrganizationLine } from "../domain/organization.ts";
import { asOrganizationLine } from "../domain/organization-row.ts";

export interface OrganizationSearch {
  /** Words that must all occur in handle, name or country; or a contact's user ID, name or e-mail. */
  readonly query?: string;
  /** Privacy: who may not read everybody's contacts does not find organisations by them either. */
  readonly isByNameOnly?: boolean;
  /** From 1. */
  readonly page?: number;
  readonly pageSize?: number;
}

export interface FoundOrganizations {
  readonly organizations: readonly OrganizationLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** One page of what was found, by name. A page beyond the last gives the last. */
export async function findOrganizations(
  context: ReadingContext,
  search: OrganizationSearch,
): Promise<FoundOrganizations> {
  const pageSize = search.pageSize ?? 25;
  const where = await conditionOf(context, search.query ?? "", search.isByNameOnly);
  const total = await context.database.organization.count({ where });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, search.page ?? 1), pages);
  const rows = await context.database.organization.findMany({
    where,
    orderBy: [{ name: "asc" }, { handle: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { organizations: rows.map(asOrganizationLine), total, page, pages };
}

/** Everything that was found, a thousand at a time, so that an export holds no more than that in memory. */
export async function* readAllOrganizations(
  context: ReadingContext,
  query: string,
): AsyncGenerator<readonly OrganizationLine[]> {
  const where = await conditionOf(context, query);
  for (let after = ""; ;) {
    const rows = await context.database.organization.findMany({
      where: { AND: [where, { handle: { gt: after } }] },
      orderBy: { handle: "asc" },
      take: 1_000,
    });
    if (rows.length === 0) return;
    yield rows.map(asOrganizationLine);
    after = rows.at(-1)?.handle ?? "";
  }
}

async function conditionOf(
  context: ReadingContext,
  query: string,
  isByNameOnly = false,
): Promise<Prisma.OrganizationWhereInput> {
  const words = searchable(query)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return {};
  const byText = { AND: words.map((word) => ({ searchText: { contains: word } })) };
  if (isByNameOnly) return byText;
  // Why from three letters: fewer would find half of all people, and nobody means that.
  const people = query.trim().length < 3 ? [] : await findAccounts(context, { query, limit: 200 });
  if (people.length === 0) return byText;
  const byContact = { contacts: { some: { accountId: { in: people.map((person) => person.accountId) } } } };
  return { OR: [byText, byContact] };
}
