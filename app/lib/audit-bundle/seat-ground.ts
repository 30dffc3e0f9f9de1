// What decides the seats beside the votes: seats, rules, who stays, when terms begin, and of whom the caps speak. Two people fix it with the
// seal and the log keeps its hash, so that nobody writes it anew once the votes are known. Source: CM/Rec(2017)5 nos. 41 and 49.
import type { CandidateDocument, ContestDocument } from "./documents.ts";
import { documentBytes, hashOf } from "./manifest.ts";

export type SeatContest = Pick<
  ContestDocument,
  "position" | "kind" | "bodyKey" | "seats" | "rules" | "staying" | "termsBeginOn"
>;

export type SeatCandidate = Pick<
  CandidateDocument,
  "contest" | "position" | "name" | "citizenships" | "employerGroup" | "withdrawnAt"
>;

export interface SeatGround {
  readonly contests: readonly SeatContest[];
  readonly candidates: readonly SeatCandidate[];
}

/** An act of the log about one election. */
export interface LoggedAct {
  readonly action: string;
  readonly details: unknown;
}

/** SHA-256 (hex) over everything that is fixed with the seal. Who withdrew is no part of it: that comes later, by acts of its own. */
export function seatGroundHash({ contests, candidates }: SeatGround): string {
  return hashOf(
    documentBytes({
      format: "plenaria-seat-ground/1",
      contests: contests.map(({ position, kind, bodyKey, seats, rules, staying, termsBeginOn }) => ({
        ...{ position, kind, bodyKey, seats, rules, staying, termsBeginOn },
      })),
      candidates: candidates.map(({ contest, position, name, citizenships, employerGroup }) => ({
        ...{ contest, position, name, citizenships, employerGroup },
      })),
    }),
  );
}

/** How this ground differs from what the acts of the log fixed; undefined when it is what they say. */
export function seatGroundFault(ground: SeatGround, acts: readonly LoggedAct[]): string | undefined {
  const sealed = acts.filter(({ action }) => action === "elections:box-sealed").map(({ details }) => saidIn(details));
  const hash = seatGroundHash(ground);
  if (sealed.length !== 1 || sealed[0]?.["seatGround"] !== hash)
    return `elections:box-sealed: ${sealed.map((said) => String(said["seatGround"])).join(", ")}; here ${hash}`;
  const said = acts
    .filter(({ action }) => action === "elections:candidate-withdrawn")
    .map(({ details }) => saidIn(details))
    .map(({ contest, position, withdrawnAt }) => withdrawal(contest, position, withdrawnAt));
  const here = ground.candidates
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .map(({ contest, position, withdrawnAt }) => withdrawal(contest, position, withdrawnAt));
  const isSame = said.sort().join("\n") === here.sort().join("\n");
  return isSame ? undefined : `elections:candidate-withdrawn: ${said.join(", ")}; here ${here.join(", ")}`;
}

function withdrawal(contest: unknown, position: unknown, at: unknown): string {
  return `${String(contest)}.${String(position)} ${String(at)}`;
}

function saidIn(details: unknown): Readonly<Record<string, unknown>> {
  return (details ?? {}) as Readonly<Record<string, unknown>>;
}
