// Which ballots in the public box were made with one voting code: none is the proof that nobody voted with it.
// Source: Swiss ordinance on electronic voting, article 5 (2) (b). Runs where the code is: in the member's browser, or on her command line.
import {
  isWellFormedCredentialCode,
  normalizeCredentialCode,
  publicCredentialOf,
} from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { bindingKeyOf, eligibilityTagOf } from "../../domain/eligibility-tag.ts";

/** A line of the box as the public list has it. */
export interface ListedBallot {
  readonly position: number;
  readonly tracker: string;
  readonly credential: string;
}

export interface CodeCheckInput {
  readonly group: GroupName;
  readonly electionId: string;
  /** As it was typed. */
  readonly typed: string;
  /** The public list of credentials, each "credential" or "credential,weight". */
  readonly credentials: readonly string[];
  readonly ballots: readonly ListedBallot[];
  /** The member's own roll entries, where she is signed in: tells for which of them the code was issued. */
  readonly entries: readonly { readonly id: string; readonly eligibilityTag: string | null }[];
}

export interface CodeCheck {
  readonly credential: string;
  /** The votes that the public list gives this credential. */
  readonly votes: number;
  /** The roll entry to which the code was issued, where it is one of hers. */
  readonly rollEntryId: string | null;
  /** In the order of the box; the last one counts. */
  readonly ballots: readonly ListedBallot[];
}

export type CodeCheckRefusal = Refusal<"CODE_MALFORMED" | "CODE_NOT_OF_THIS_ELECTION">;

/** The ballots made with a code. */
export function ballotsOfCode(input: CodeCheckInput): Result<CodeCheck, CodeCheckRefusal> {
  const { group, electionId } = input;
  const code = normalizeCredentialCode(group, input.typed);
  if (!isWellFormedCredentialCode(group, code)) return refuse("CODE_MALFORMED");
  const credential = publicCredentialOf({ group, uuid: electionId, code });
  const listed = input.credentials.find((line) => line.split(",")[0] === credential);
  if (listed === undefined) return refuse("CODE_NOT_OF_THIS_ELECTION");
  const bindingKey = bindingKeyOf({ electionId, code });
  const entry = input.entries.find(
    ({ id, eligibilityTag }) =>
      eligibilityTag === eligibilityTagOf({ bindingKey, rollEntryId: id, publicCredential: credential }),
  );
  return ok({
    credential,
    votes: Number(listed.split(",")[1] ?? "1"),
    rollEntryId: entry?.id ?? null,
    ballots: input.ballots
      .filter((ballot) => ballot.credential === credential)
      .sort((left, right) => left.position - right.position),
  });
}
