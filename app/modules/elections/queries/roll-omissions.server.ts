// Who stayed out of a frozen roll, and why. Privacy: for the desks and for the organisation itself; a debt is nobody else's business.
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

export interface Omission {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly reasons: readonly string[];
}

/** Everybody who stayed out, by handle. */
export async function listOmissions(context: Context, electionId: string): Promise<Omission[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const rows = await context.database.rollOmission.findMany({ where: { electionId }, orderBy: { handle: "asc" } });
  return rows.map(omissionOf);
}

/** Those organisations of a person that stayed out. */
export async function listOwnOmissions(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<Omission[]> {
  const own = await listOrganizationsOfContact(context, accountId);
  const rows = await context.database.rollOmission.findMany({
    where: { electionId, organizationId: { in: own.map(({ organization }) => organization.id) } },
    orderBy: { handle: "asc" },
  });
  return rows.map(omissionOf);
}

function omissionOf(row: Omit<Omission, "reasons"> & { readonly reasons: unknown }): Omission {
  const { handle, name, country, class: memberClass, category, votes } = row;
  return { handle, name, country, class: memberClass, category, votes, reasons: row.reasons as string[] };
}
