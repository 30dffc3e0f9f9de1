// A claim as its readers see it.
import type { Language } from "#app/platform/language/languages.ts";
import type { ClaimGround, ClaimKind, ClaimState } from "./claim-kinds.ts";
import type { PublicPart } from "./redaction.ts";

export interface ClaimView {
  readonly number: number;
  readonly electionId: string;
  readonly kind: ClaimKind;
  readonly ground: ClaimGround;
  readonly language: Language;
  readonly state: ClaimState;
  readonly filedAt: string;
  /** Until when the commission has promised its decision; null where nothing was promised. */
  readonly decideBy: string | null;
  readonly publication: "undecided" | "published" | "withheld";
  /** What the public reads; null before the decision to publish, and where it was withheld. */
  readonly publicText: readonly PublicPart[] | null;
  /** Whom or what it is about; "" where nobody is named or this reader may not know. */
  readonly subjectLabel: string;
  readonly reasons: string | null;
  readonly decidedAt: string | null;
  /** What followed after it was upheld, or why nothing had to; null while nobody said it. */
  readonly followUp: string | null;
  /** For the commission, auditors and the member who filed it; null for everybody else. */
  readonly confidential: ConfidentialPart | null;
}

export interface ConfidentialPart {
  readonly claimId: string;
  readonly subjectId: string | null;
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly filedBy: string;
  /** Of a voter without an account. */
  readonly rollEntryId: string | null;
  readonly filedByName: string;
  /** Of a voter without an account; "" otherwise. */
  readonly filedByEmail: string;
  /** Null once its time was over. */
  readonly text: string | null;
  readonly decidedByName: string | null;
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly accountId: string;
  readonly name: string;
  readonly reason: string;
  readonly declaredAt: string;
}
