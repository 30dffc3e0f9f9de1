// What the result page shows of an election.
import type { CandidateView, TrusteeView } from "../../queries/elections.server.ts";
import type { ElectionResult } from "../../queries/result.server.ts";
import type { ElectionHeading } from "./election-page.tsx";

export interface ResultPageProps {
  readonly election: ElectionHeading & {
    readonly group: string;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly closedAt: string | null;
    readonly resultAt: string | null;
    readonly trusteeThreshold: number;
    readonly maxChoices: number;
    readonly fingerprint: string | null;
    readonly trustees: readonly TrusteeView[];
    readonly candidates: readonly Pick<CandidateView, "position" | "name" | "country">[];
  };
  readonly result: ElectionResult | null;
}
