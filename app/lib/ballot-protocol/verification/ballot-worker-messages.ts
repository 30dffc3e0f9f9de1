// What the verification of an archive and its worker threads say to each other.
import type { GroupName } from "../primitives/group-name.ts";
import type { ArchivedBallotFailure, BatchedBallot } from "./ballot-batch.ts";

export type WorkerRequest =
  | { readonly kind: "begin"; readonly electionPayload: string }
  | { readonly kind: "ballots"; readonly ballots: readonly BatchedBallot[] }
  | { readonly kind: "credentials"; readonly group: GroupName; readonly credentials: readonly string[] }
  | { readonly kind: "tally" };

export type WorkerAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "ballots"; readonly failures: readonly ArchivedBallotFailure[]; readonly count: number }
  | { readonly kind: "credentials"; readonly outside: string | undefined }
  | { readonly kind: "tally"; readonly tally: string | undefined };
