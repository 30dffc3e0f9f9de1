// Checks turnout, count and decisions: everything that was announced follows from the archive's totals, the frozen rules and the
// recorded decisions, computed again here.
import type { VerificationReport } from "../../ballot-protocol/index.ts";
import { canonicalJson } from "../../canonical-json/index.ts";
import type { Json } from "../../canonical-json/index.ts";
import { countContests } from "../contest-count.ts";
import type { ReadDocuments } from "../read-bundle.ts";
import { demand } from "../report.ts";

function sameJson(left: unknown, right: unknown): boolean {
  return canonicalJson(left as Json) === canonicalJson(right as Json);
}

export function checkTurnout(documents: ReadDocuments, report: VerificationReport): string {
  const { turnout } = documents["count.json"];
  const { entries } = documents["roll.json"];
  const own = {
    entitledEntries: entries.length,
    entitledVotes: entries.reduce((sum, { votes }) => sum + votes, 0),
    countedBallots: report.counts.countedBallots,
    countedVotes: Number(report.counts.totalWeight),
  };
  demand(sameJson(own, turnout), "TURNOUT_DIFFERS", `the archive and the roll say ${canonicalJson(own)}`);
  return `${own.countedBallots} of ${own.entitledEntries} voted, ${own.countedVotes} of ${own.entitledVotes} votes`;
}

export function checkCount(documents: ReadDocuments, report: VerificationReport): string {
  const { contests } = documents["election.json"];
  const { candidates } = documents["candidates.json"];
  const { ties } = documents["decisions.json"];
  const totals = (report.result ?? []).map((row) => row.map(Number));
  demand(totals.length === contests.length, "RESULT_MISSING", "the archive has no result for every contest");
  const own = countContests({ contests, candidates, ties, totals });
  const published = documents["count.json"].contests;
  demand(own.length === published.length, "COUNT_DIFFERS", "not as many contests were counted");
  for (const [index, count] of own.entries()) {
    const other = published[index];
    for (const part of ["position", "votes", "blank", "lines", "elected", "ties"] as const) {
      const isSame = other !== undefined && sameJson(count[part], other[part]);
      demand(isSame, "COUNT_DIFFERS", `${part} of contest ${count.position} came out otherwise`);
    }
  }
  const seated = own.reduce((sum, { elected }) => sum + elected.length, 0);
  const lines = own.reduce((sum, count) => sum + count.lines.length, 0);
  return `counted again: ${seated} seated, ${lines} lines of reasoning are the published ones`;
}

export function checkDecisions(documents: ReadDocuments): string {
  const { claims, ties } = documents["decisions.json"];
  const isOfficial = documents["proclamation.json"] !== undefined;
  for (const [index, claim] of claims.entries()) {
    const before = claims[index - 1];
    demand(before === undefined || before.number < claim.number, "CLAIMS_ORDER", `claim ${claim.number} twice`);
    const isDecided = ["upheld", "rejected", "withdrawn"].includes(claim.state);
    demand(isDecided || !isOfficial, "CLAIM_UNDECIDED", `claim ${claim.number} has no decision`);
    const hasReasons = claim.state === "withdrawn" || !isDecided || (claim.reasons ?? "") !== "";
    demand(hasReasons, "CLAIM_WITHOUT_REASONS", `claim ${claim.number} was decided without reasons`);
  }
  const counts = documents["count.json"].contests;
  const decided = counts.flatMap(({ lines }) => lines).filter(({ code }) => code === "TIE_DECIDED").length;
  demand(decided === ties.length, "TIE_DECISION_UNUSED", `${ties.length} ties are decided, the count needs ${decided}`);
  const oneAlone = ties.find(({ enteredBy, approvedBy }) => enteredBy === approvedBy);
  demand(oneAlone === undefined, "TIE_DECIDED_BY_ONE", "a tie was decided by one person");
  const open = counts.flatMap((count) => count.ties).length;
  demand(open === 0 || !isOfficial, "TIE_OPEN", "a tie is open");
  return `${claims.length} claims, ${ties.length} ties decided${open > 0 ? `, ${open} open` : ""}`;
}
