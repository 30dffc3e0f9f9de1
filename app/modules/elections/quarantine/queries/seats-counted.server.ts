// Who is seated by the published totals: with the caps and the staying members that were frozen with each contest.
import type { CandidateDocument, ContestCount, FrozenRules } from "#app/lib/audit-bundle/index.ts";
import { countContests } from "#app/lib/audit-bundle/index.ts";
import { readStayingMembers } from "#app/modules/bodies/index.ts";
import type { ElectionView } from "../../queries/elections.server.ts";
import type { ElectionResult } from "../../queries/result.server.ts";

/** One count for each contest; a tie stays open here, whoever won its lot, because it is one vote away from another outcome. */
export function countSeatsOf(election: ElectionView, result: ElectionResult): ContestCount[] {
  return countContests({
    contests: election.contests.map((contest) => ({
      ...contest,
      rules: contest.rules as FrozenRules | null,
      staying: readStayingMembers(contest.staying),
    })),
    candidates: election.contests.flatMap(({ position, candidates }) =>
      candidates.map((candidate): CandidateDocument => ({ ...candidate, contest: position })),
    ),
    ties: [],
    totals: result.contests.map(({ lines }) => [
      ...lines.filter(({ option }) => option === "blank").map(({ votes }) => votes),
      ...votesByOption(lines),
    ]),
  });
}

/** Votes in the order of the ballot, without the blank ones. */
export function votesByOption(lines: ElectionResult["contests"][number]["lines"]): number[] {
  return lines
    .flatMap(({ option, votes }) => (option === "blank" ? [] : [{ option, votes }]))
    .sort((left, right) => left.option - right.option)
    .map(({ votes }) => votes);
}
