// The frozen roll, page by page. The public sees organisation, category and votes; the desks see the contact too.
import { rollEntryHash } from "#app/lib/roll-proof/index.ts";
import { searchable } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { publicPartOf } from "../domain/roll-parts.ts";
import { rollNamesOf } from "../domain/roll-names.ts";
import { permissions } from "../module.ts";
import { onRoll } from "./roll-tree.server.ts";

export interface RollPageLine {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  /** As members know them; the keys where the roll keeps no names. */
  readonly classNames: Trilingual;
  readonly categoryNames: Trilingual;
  readonly votes: number;
  /** How it votes: an account of the register, or a link mailed to a contact of a list. */
  readonly channel: "account" | "link";
  /** The leaf's hash (hex) in the tree of the roll. */
  readonly leafHash: string;
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

/** One page of the roll in the order of the names, with what the reader may see; `query` finds words of name, handle and country without minding accents. */
export async function listRoll(
  context: ReadingContext,
  { electionId, page, query = "" }: { readonly electionId: string; readonly page: number; readonly query?: string },
): Promise<RollPage> {
  const words = searchable(query)
    .split(" ")
    .filter((word) => word !== "");
  const where = { electionId, ...onRoll, AND: words.map((word) => ({ searchText: { contains: word } })) };
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
      ...rollNamesOf(row),
      votes: row.votes,
      channel: row.rollChannel === "link" ? "link" : "account",
      leafHash: rollEntryHash(publicPartOf(row)),
      contactName: seesContacts ? row.contactName : null,
    })),
  };
}
