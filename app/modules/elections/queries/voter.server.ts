// What a membership contact sees: the elections in which she votes, for which organisations, with how many votes and why.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import type { ElectionSummary } from "./elections.server.ts";
import { listElections } from "./elections.server.ts";
import { onRoll } from "./roll-tree.server.ts";

export interface OwnRollEntry {
  readonly id: string;
  readonly electionId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly explanation: Json;
  readonly hasVoted: boolean;
  /** The day (UTC) of the last vote: YYYY-MM-DD. */
  readonly lastVotedOn: string | null;
}

export interface OwnElection {
  readonly election: ElectionSummary;
  readonly entries: readonly OwnRollEntry[];
}

/** The roll entries of a person in one election. */
export async function listOwnRollEntries(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<OwnRollEntry[]> {
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, contactAccountId: accountId, ...onRoll },
    orderBy: { organizationName: "asc" },
  });
  return rows.map(ownEntryOf);
}

/** The elections in which a person may vote for at least one organisation, or could have. */
export async function listMyElections(context: ReadingContext, accountId: string): Promise<OwnElection[]> {
  const rows = await context.database.rollEntry.findMany({
    where: { contactAccountId: accountId, ...onRoll },
    orderBy: { organizationName: "asc" },
  });
  const elections = await listElections(context);
  return elections.flatMap((election) => {
    const entries = rows.filter((row) => row.electionId === election.id).map(ownEntryOf);
    return entries.length > 0 ? [{ election, entries }] : [];
  });
}

type EntryRow = Omit<OwnRollEntry, "explanation"> & { readonly explanation: unknown; readonly contactName: string };

export function ownEntryOf(row: EntryRow): OwnRollEntry {
  return {
    id: row.id,
    electionId: row.electionId,
    organizationHandle: row.organizationHandle,
    organizationName: voterNameOf(row),
    class: row.class,
    category: row.category,
    votes: row.votes,
    explanation: row.explanation as Json,
    hasVoted: row.hasVoted,
    lastVotedOn: row.lastVotedOn,
  };
}
