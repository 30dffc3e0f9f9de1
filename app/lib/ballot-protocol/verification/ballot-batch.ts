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

/** A failed check of a ballot of the archive. */
export type ArchivedBallotFailure = BallotFailure & { readonly position: number };

/** Examines batches of one election and adds their ballots up. */
export class BatchExaminer {
  private readonly context: BallotContext<unknown>;
  private readonly accumulator: TallyAccumulator<unknown>;
  private isCountable = true;

  constructor(electionPayload: string, backend: VerificationBackend) {
    this.context = expectOk(prepareBallotContext(electionPayload, backend));
    this.accumulator = new TallyAccumulator(this.context.arithmetic, this.context.election.questions);
  }

  /** The failures of a batch. */
  examine(ballots: readonly BatchedBallot[], onBallot: () => void = () => undefined): ArchivedBallotFailure[] {
    return ballots.flatMap(({ position, text, weight }) => {
      const { failures, ballot } = examineBallot(this.context, text);
      if (weight !== undefined && ballot === undefined) this.isCountable = false;
      if (weight !== undefined && ballot !== undefined)
        this.accumulator.add(
          ballot.answers.map((answer) => answer.choices),
          weight,
        );
      onBallot();
      return failures.map((failure) => ({ ...failure, position }));
    });
  }

  /** The product of all counted ballots examined so far, or undefined if one of them cannot be counted. */
  tally(): string | undefined {
    return this.isCountable ? serializeCiphertexts(this.context.arithmetic, this.accumulator.product()) : undefined;
  }
}
