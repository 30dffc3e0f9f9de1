// Could what was disputed change who is elected? Asked of a bundle alone: published totals, public weights, the ballots of the whole box.
// No single ballot is opened; where in doubt the answer is yes. Source: CM/Rec(2017)5 no. 49.
import type { ChangeBound } from "../seat-count/index.ts";
import { couldChangeResult, electedByVotes } from "../seat-count/index.ts";
import { countContests } from "./contest-count.ts";
import type { DisputeDocument } from "./decision-documents.ts";
import type { ContestCount } from "./documents.ts";
import type { ArchiveParts, ReadDocuments } from "./read-bundle.ts";

export interface DisputeBound extends ChangeBound {
  /** Of the contest. */
  readonly position: number;
}

/** For each contest; empty where nothing was disputed. */
export function disputeBounds(documents: ReadDocuments, archive: ArchiveParts): DisputeBound[] {
  const { disputes } = documents["decisions.json"];
  if (disputes.length === 0) return [];
  const swing = swingOf(disputes, documents, archive);
  const { contests } = documents["election.json"];
  const { candidates } = documents["candidates.json"];
  const published = documents["count.json"].contests;
  // Why without the decided ties: a lot is one vote away from another outcome, whoever won it.
  const counted = countContests({ contests, candidates, ties: [], totals: published.map(archiveRowOf) });
  return published.map(({ position, votes }) => {
    const isQuestion = contests.find((one) => one.position === position)?.kind === "question";
    const count = isQuestion ? undefined : counted.find((one) => one.position === position);
    return { position, ...boundOfContest(count, votes, swing) };
  });
}

/** `count` is undefined for a question: yes against no, whatever abstains. `votes` stand in the order of the ballot, without the blank ones. */
export function boundOfContest(count: ContestCount | undefined, votes: readonly number[], swing: number): ChangeBound {
  if (count === undefined) {
    const [yes = 0, no = 0] = votes;
    return couldChangeResult({ votes: [yes, no], elected: electedByVotes([yes, no], 1) }, swing);
  }
  if (count.ties.length > 0) return { swing, margin: 0, couldChange: swing > 0 };
  const elected = count.elected.map(({ candidate }) => candidate);
  return couldChangeResult({ votes, elected, terms: count.elected.map(({ termYears }) => termYears) }, swing);
}

function archiveRowOf({ blank, votes }: ContestCount): number[] {
  return blank === null ? [...votes] : [blank, ...votes];
}

/** The votes by which everything that was disputed could move one candidate against another; each mandate and ballot once. */
function swingOf(disputes: readonly DisputeDocument[], documents: ReadDocuments, archive: ArchiveParts): number {
  const mandates = new Set(disputes.filter(({ kind }) => kind === "mandate").map(({ label }) => label));
  const ballots = new Set(disputes.flatMap(({ tracker }) => tracker ?? []));
  return (
    [...mandates].reduce((sum, label) => sum + votesOf(label, documents), 0) +
    [...ballots].reduce((sum, tracker) => sum + swingOfBallot(tracker, archive), 0)
  );
}

/** All votes of the entry, whether it voted or not; an entry that is not found could be any, and counts as all. */
function votesOf(label: string, documents: ReadDocuments): number {
  const { entries } = documents["roll.json"];
  const all = entries.reduce((sum, { votes }) => sum + votes, 0);
  return entries.find(({ handle }) => label.endsWith(`(${handle})`))?.votes ?? all;
}

/** A ballot that a later one replaced weighs nothing; one that replaced an earlier one weighs twice, because the earlier takes its place. */
function swingOfBallot(tracker: string, { ballots, credentials }: ArchiveParts): number {
  const place = ballots.findIndex((ballot) => ballot.tracker === tracker);
  const credential = ballots[place]?.credential;
  const weight = credentials.entries.find(({ publicCredential }) => publicCredential === credential)?.weight ?? 0;
  const own = ballots.flatMap((ballot, index) => (ballot.credential === credential ? [index] : []));
  if (own.some((index) => index > place)) return 0;
  return own.some((index) => index < place) ? 2 * weight : weight;
}
