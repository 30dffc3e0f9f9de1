// What the result page shows of an election.
import type { ReactNode } from "react";
import type { CandidateView, ContestView, TrusteeView } from "../../queries/elections.server.ts";
import type { ElectionResult } from "../../queries/result.server.ts";
import type { ElectionHeading } from "./election-page.tsx";

/** A contest as the result page shows it. */
export interface ContestOnResult extends Pick<ContestView, "id" | "position" | "kind" | "title" | "maxChoices"> {
  readonly candidates: readonly Pick<CandidateView, "position" | "name" | "country" | "withdrawnAt">[];
}

export interface ResultPageProps {
  /** Whether this is the interim result or the official one, in the words of whoever certifies it. */
  readonly state?: ReactNode;
  /** Who is seated and why. */
  readonly reasoning?: ReactNode;
  readonly election: ElectionHeading & {
    readonly group: string;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly closedAt: string | null;
    readonly resultAt: string | null;
    readonly trusteeThreshold: number;
    readonly fingerprint: string | null;
    readonly trustees: readonly TrusteeView[];
    readonly contests: readonly ContestOnResult[];
  };
  readonly result: ElectionResult | null;
}
