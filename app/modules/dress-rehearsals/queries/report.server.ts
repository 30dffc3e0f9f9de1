// The report of a dress rehearsal: as it was signed, else as things stand now. Everything in it is read from what really happened.
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { countMails } from "#app/modules/notifications/index.server.ts";
import { findElection, findResult, listVoterLanguages, readWholeArchive } from "#app/modules/elections/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Part, RehearsedContest } from "../domain/parts.ts";
import { expectedResult } from "../domain/parts.ts";
import type { RehearsalCheck, RehearsalFacts } from "../domain/report.ts";
import { checksOf } from "../domain/report.ts";

export interface RehearsalReport {
  readonly electionId: string;
  readonly checks: readonly RehearsalCheck[];
  /** Of the signed report; null while nobody has signed. */
  readonly reportHash: string | null;
}

export async function reportOf(context: ReadingContext, rehearsalId: string): Promise<RehearsalReport | undefined> {
  const row = await context.database.dressRehearsal.findUnique({
    where: { id: rehearsalId },
    include: { parts: true },
  });
  const election = row === null ? undefined : await findElection(context, rehearsalId);
  if (row === null || election === undefined) return undefined;
  const { electionId, reportHash } = row;
  if (row.report !== null) return { electionId, reportHash, checks: row.report as unknown as RehearsalCheck[] };
  const parts = row.parts.map(({ choices }) => choices as unknown as Part);
  const expected = expectedResult(parts, row.contests as unknown as RehearsedContest[]);
  return { electionId, reportHash, checks: checksOf(await factsOf(context, election, expected)) };
}

async function factsOf(
  context: ReadingContext,
  election: ElectionView,
  expected: RehearsalFacts["expected"],
): Promise<RehearsalFacts> {
  const mails = await countMails(context, { type: "election", id: election.id }, "elections/voting-code");
  const result = await findResult(context, election.id);
  const archive = election.sealedAt === null ? undefined : await readWholeArchive(context, election.id);
  const report = archive === undefined ? undefined : verifyArchive(archive, { backend: fastestBackend });
  return {
    trustees: election.trustees,
    threshold: election.trusteeThreshold,
    voters: election.rollOrganizations,
    languages: await listVoterLanguages(context, election.id),
    isSealed: election.sealedAt !== null,
    mails: {
      sent: mails.sent,
      waiting: mails.waiting + mails.sending,
      inTrouble: mails.failed + mails.bounced + mails.unknown,
    },
    ballots: election.ballotCount,
    closedLate: election.closedAt === null ? null : minutesBetween(election.closesAt, election.closedAt),
    archive: report?.verdict ?? null,
    voted: result?.votedOrganizations ?? null,
    result: report?.result?.map((counts) => counts.map(Number)) ?? null,
    expected,
  };
}

function minutesBetween(from: string, until: string): number {
  return Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000));
}
