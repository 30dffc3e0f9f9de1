// What a page may ask its worker, and what comes back. The trustee's key is in none of these: it is made, kept and used in
// the worker alone, and what leaves the worker is public, encrypted, or sealed for one other person.
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { IssuedEntry } from "../../domain/check-credentials.ts";
import type { CheckedSum } from "../../domain/check-sum.ts";
import type { CeremonyMessages, PolynomialMessage } from "../../domain/trustee-rounds.ts";
import type { VotingCodeRecipient, VotingCodesInput } from "../../domain/voting-codes.ts";

export interface KeySeat {
  readonly electionId: string;
  readonly index: number;
}

/** The ceremony as the server tells it, with what later steps need. */
export interface CeremonyState extends CeremonyMessages {
  readonly verificationKeys: readonly (string | null)[];
  readonly trusteesPayload: string | null;
  readonly rehearsalPayload: string | null;
  readonly electionPayload: string | null;
  readonly encryptedTally: string | null;
}

/** Every question with its answer. */
export interface CeremonyWork {
  /** Makes a key and answers with its backup file; the key itself is not kept: the file must be opened first. */
  makeBackup(asked: { readonly seat: KeySeat; readonly passphrase: string }): Promise<string>;
  /** Opens a backup file and keeps the key in the worker until the page is left. */
  unlock(asked: {
    readonly seat: KeySeat;
    readonly passphrase: string;
    readonly backup: string;
  }): Promise<Result<null, Refusal>>;
  certificate(state: CeremonyState): Promise<{ readonly certificate: string; readonly shareRecipient: string }>;
  polynomial(state: CeremonyState): Promise<Result<PolynomialMessage, Refusal>>;
  verificationKey(state: CeremonyState): Promise<Result<{ readonly verificationKey: string }, Refusal>>;
  /** The election's public key, once every proof in it has been checked here. */
  electionKey(state: CeremonyState): Promise<Result<{ readonly fingerprint: string }, Refusal>>;
  rehearsal(state: CeremonyState): Promise<Result<string, Refusal>>;
  checkSum(asked: {
    readonly state: CeremonyState;
    readonly archive: Uint8Array;
  }): Promise<Result<CheckedSum, Refusal>>;
  /** Opens this trustee's part of the sum that `checkSum` has found to be right; of no other. */
  decryption(state: CeremonyState): Promise<Result<string, Refusal>>;
  /** Signs a text with the key of the seat's certificate: what the commissioner says of the result, for example. */
  statement(asked: { readonly group: GroupName; readonly text: string }): Promise<string>;
  votingCodes(asked: {
    readonly input: Omit<VotingCodesInput, "random" | "onProgress">;
    readonly passphrase: string;
  }): Promise<MadeCodes>;
  /** Opens the encrypted list of codes and keeps it in the worker until the page is left; answers whose codes it has. */
  openCodeList(asked: {
    readonly encrypted: string;
    readonly passphrase: string;
  }): Promise<Result<{ readonly handles: readonly string[] }, Refusal>>;
  /** The mail with one code of the opened list, sealed to the mail room. */
  sealCodeAgain(asked: {
    readonly mailRoomRecipient: string;
    readonly recipient: VotingCodeRecipient;
  }): Promise<Result<string, Refusal>>;
  /** One code of the opened list, for a vote that two members have allowed to be entered by hand. */
  codeOf(handle: string): Promise<Result<string, Refusal>>;
}

export interface MadeCodes {
  readonly credentialsPayload: string;
  readonly issued: readonly IssuedEntry[];
  /** The list of codes, encrypted with the passphrase: the only copy of the codes that leaves the worker. */
  readonly encryptedList: string;
}

export type CeremonyQuestion = {
  [Name in keyof CeremonyWork]: { readonly name: Name; readonly asked: Parameters<CeremonyWork[Name]>[0] };
}[keyof CeremonyWork];

/** What travels to the worker and back. */
export type QuestionMessage = CeremonyQuestion & { readonly id: number };
export type AnswerMessage =
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly id: number; readonly kind: "fault"; readonly message: string };
