// What the page and its worker say to each other. The code and the opening stay in this browser.
import type { OpenedAnswer } from "#app/lib/ballot-protocol/index.ts";
import type { CodeCheck } from "../domain/ballots-of-code.ts";
import type { BoxList } from "../queries/box-list.server.ts";

/** One of the visitor's own organisations. */
export interface CheckedEntry {
  readonly id: string;
  readonly organizationName: string;
  readonly eligibilityTag: string | null;
}

export interface CodeRequest {
  readonly kind: "code";
  readonly electionId: string;
  readonly typed: string;
  readonly list: BoxList;
  readonly entries: readonly { readonly id: string; readonly eligibilityTag: string | null }[];
}

export interface OpeningRequest {
  readonly kind: "opening";
  readonly electionPayload: string;
  /** The text of the file that the booth saved. */
  readonly file: string;
}

export type CheckRequest = CodeRequest | OpeningRequest;

export type CheckAnswer =
  | { readonly kind: "code"; readonly check: CodeCheck; readonly credentialsFingerprint: string }
  | {
      readonly kind: "opening";
      readonly tracker: string;
      readonly answers: readonly (OpenedAnswer & { readonly names: readonly string[] })[];
    }
  | { readonly kind: "refused"; readonly code: string }
  /** This browser could not do it. */
  | { readonly kind: "fault" };
