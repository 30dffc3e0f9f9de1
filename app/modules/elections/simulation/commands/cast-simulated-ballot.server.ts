// What a voter's browser does when it casts, done here for a simulation or demonstration.
import type { HomomorphicQuestion } from "#app/lib/ballot-protocol/index.ts";
import { choiceVector, createBallot } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { BallotReceipt } from "../../commands/cast-ballot.server.ts";
import { castBallot } from "../../commands/cast-ballot.server.ts";
import { bindingKeyOf } from "../../domain/eligibility-tag.ts";
import type { PersonActor } from "./hold-key-ceremony.server.ts";

export interface SimulatedVote {
  readonly electionId: string;
  readonly electionPayload: string;
  /** As the archive asks them. */
  readonly questions: readonly HomomorphicQuestion[];
  readonly voter: PersonActor;
  readonly rollEntryId: string;
  readonly code: string;
  /** Per question the indexes of the chosen answers; none is blank. */
  readonly choices: readonly (readonly number[])[];
}

/** The ballot as text, encrypted and proved. */
export function encryptSimulatedBallot(context: Context, vote: SimulatedVote): string {
  return createBallot({
    electionPayload: vote.electionPayload,
    code: vote.code,
    choices: vote.questions.map((question, position) => expectOk(choiceVector(question, vote.choices[position] ?? []))),
    random: context.random,
  });
}

/** Casts it through the same command as the web. */
export async function castSimulatedBallot(
  context: Context,
  vote: SimulatedVote,
  ballot: string,
): Promise<BallotReceipt> {
  const { electionId, rollEntryId, code } = vote;
  const bindingKey = bindingKeyOf({ electionId, code });
  const voter = withActor(context, vote.voter);
  return expectOk(await castBallot(voter, { electionId, rollEntryId, ballot, bindingKey }));
}
