// A batch of ballots, examined and added up; it can be sent to a worker thread and its answer sent back.
import type { VerificationBackend } from "../primitives/group.ts";
import { expectOk } from "../../result/index.ts";
import { serializeCiphertexts, TallyAccumulator } from "../v1/tally.ts";
import { prepareBallotContext, type BallotContext } from "./ballot-context.ts";
import { examineBallot, type BallotFailure } from "./examine-ballot.ts";

/** A ballot of the archive; the weight is given if it counts. */
export interface BatchedBallot {
  readonly position: number;
  readonly text: string;
  readonly weight: number | undefined;
}

/** What a batch answers. */
export interface BatchFindings {
  readonly failures: readonly (BallotFailure & { readonly position: number })[];
  /** The product of the counted ballots, or undefined if one of them cannot be counted. */
  readonly tally: string | undefined;
}

/** Examines batches of one election, keeping its tables. */
export class BatchExaminer {
  private readonly context: BallotContext<unknown>;

  constructor(electionPayload: string, backend: VerificationBackend) {
    this.context = expectOk(prepareBallotContext(electionPayload, backend));
  }

  examine(ballots: readonly BatchedBallot[], onBallot: () => void = () => undefined): BatchFindings {
    const { arithmetic, election } = this.context;
    const failures: (BallotFailure & { position: number })[] = [];
    const tally = new TallyAccumulator(arithmetic, election.questions);
    let isCountable = true;
    for (const { position, text, weight } of ballots) {
      const examined = examineBallot(this.context, text);
      for (const failure of examined.failures) failures.push({ ...failure, position });
      if (weight !== undefined) {
        if (examined.ballot === undefined) isCountable = false;
        else tally.add(examined.ballot.answers.map((answer) => answer.choices), weight);
      }
      onBallot();
    }
    return { failures, tally: isCountable ? serializeCiphertexts(arithmetic, tally.product()) : undefined };
  }
}
