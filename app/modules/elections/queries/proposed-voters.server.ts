// The lines of a list of voters that waits for its second person, page by page.
import type { Context } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

const linesPerPage = 50;

export async function listProposedVoters(
  context: Context,
  { proposalId, page }: { readonly proposalId: string; readonly page: number },
) {
  requirePermission(context.actor, permissions, "elections:read-voter-list");
  const where = { proposalId };
  const total = await context.database.proposedVoter.count({ where });
  const pages = Math.max(1, Math.ceil(total / linesPerPage));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const lines = await context.database.proposedVoter.findMany({
    where,
    orderBy: { line: "asc" },
    skip: (shown - 1) * linesPerPage,
    take: linesPerPage,
    omit: { id: true, proposalId: true, electionId: true },
  });
  return { lines, total, page: shown, pages };
}

export type ProposedVoters = Awaited<ReturnType<typeof listProposedVoters>>;
