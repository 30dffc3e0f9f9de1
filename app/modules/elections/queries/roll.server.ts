// The frozen roll, page by page. The public sees organisation, category and votes; the desks see the contact too.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

export interface RollPageLine {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  /** Only for the desks; null for everybody else. Whether it voted is told to nobody but its own contact. */
  readonly contactName: string | null;
}

export interface RollPage {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly RollPageLine[];
}

const linesPerPage = 50;

/** One page of the roll in the order of the names, with what the reader may see; `query` searches name and handle. */
export async function listRoll(
  context: ReadingContext,
  { electionId, page, query = "" }: { readonly electionId: string; readonly page: number; readonly query?: string },
): Promise<RollPage> {
  const words = query.trim();
  const where = {
    electionId,
    ...(words === ""
      ? {}
      : { OR: [{ organizationName: { contains: words } }, { organizationHandle: { contains: words.toUpperCase() } }] }),
  };
  const total = await context.database.rollEntry.count({ where });
  const pages = Math.max(1, Math.ceil(total / linesPerPage));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await context.database.rollEntry.findMany({
    where,
    orderBy: [{ organizationName: "asc" }, { organizationHandle: "asc" }],
    skip: (shown - 1) * linesPerPage,
    take: linesPerPage,
  });
  const seesContacts = isPermitted(context.actor, permissions, "elections:prepare");
  return {
    total,
    page: shown,
    pages,
    lines: rows.map((row) => ({
      organizationHandle: row.organizationHandle,
      organizationName: row.organizationName,
      country: row.country,
      class: row.class,
      category: row.category,
      votes: row.votes,
      contactName: seesContacts ? row.contactName : null,
    })),
  };
}
