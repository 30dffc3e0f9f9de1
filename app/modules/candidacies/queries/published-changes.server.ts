// What was changed of a published list, as everybody reads it: which field, before and after, why, and by which two people.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { listProposals } from "#app/modules/approvals/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { PublishedChangeKind } from "../domain/published-change.ts";
import { keptChanges, publishedChangeKind, publishedChangeWish } from "../domain/published-change.ts";

export interface PublishedChangeView {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateName: string;
  readonly kind: PublishedChangeKind;
  readonly changes: readonly { readonly field: string; readonly before: Json; readonly after: Json }[];
  readonly reason: string;
  readonly proposedByName: string;
  readonly approvedByName: string;
  readonly decidedAt: Date;
}

/** The newest first; of one candidate where one is named. */
export async function listPublishedChanges(
  context: ReadingContext,
  where: { readonly electionId: string; readonly candidacyId?: string },
): Promise<PublishedChangeView[]> {
  const rows = await context.database.candidacyChange.findMany({
    where,
    orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
    include: { candidacy: { select: { name: true } } },
  });
  return rows.map(({ electionId: _election, proposalId: _proposal, candidacy, ...row }) => ({
    ...row,
    candidateName: candidacy.name,
    kind: publishedChangeKind.parse(row.kind),
    changes: keptChanges.parse(row.changes),
  }));
}

/** The proposals about one candidacy that wait for a second commissioner. */
export async function listOpenChanges(context: ReadingContext, candidacyId: string) {
  const kind = "candidacies:change-published";
  const open = await listProposals(context, { kind, subjectId: candidacyId, state: "proposed" });
  return open.map(({ id, proposedByName, payload }) => ({
    id,
    proposedByName,
    kind: publishedChangeWish.parse(payload).kind,
  }));
}
