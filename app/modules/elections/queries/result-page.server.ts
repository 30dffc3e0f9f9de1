// What the result page shows of an election: its contests and trustees, and the result where there is one.
import { electionFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ElectionView } from "./elections.server.ts";
import { findResult } from "./result.server.ts";

export async function findResultPage(context: ReadingContext, election: ElectionView) {
  const { id, title, isTest, phase, reached, hasCall, group, opensAt, closesAt, closedAt, resultAt } = election;
  const { trustees, trusteeThreshold, contests, electionPayload } = election;
  return {
    election: {
      ...{
        id,
        title,
        isTest,
        phase,
        reached,
        hasCall,
        group,
        opensAt,
        closesAt,
        closedAt,
        resultAt,
        trusteeThreshold,
        trustees,
      },
      fingerprint: electionPayload === null ? null : electionFingerprint(electionPayload),
      contests: contests.map((contest) => ({
        id: contest.id,
        position: contest.position,
        kind: contest.kind,
        title: contest.title,
        maxChoices: contest.maxChoices,
        candidates: contest.candidates.map(({ position, name, country, withdrawnAt }) => ({
          ...{ position, name, country, withdrawnAt },
        })),
      })),
    },
    result: (await findResult(context, id)) ?? null,
  };
}
