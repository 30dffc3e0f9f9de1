// The documents of a bundle. Each is canonical JSON in a file of its own; what is a number is an exact integer, what is a time ends in Z.
import type { Json } from "../canonical-json/index.ts";
import type { RollPublicPart } from "../roll-proof/index.ts";
import type { CountLine, OpenTie } from "../seat-count/index.ts";
import type { DecisionsDocument } from "./decision-documents.ts";

export type Language = "es" | "en" | "pt";
export type Texts = Readonly<Record<Language, string>>;

/** The seat rules of a contest, as they were frozen when the election was created. */
export interface FrozenRules {
  readonly termYears: number;
  readonly termYearsByRank?: readonly number[] | undefined;
  readonly capPerCitizenship: number | null;
  readonly capPerEmployerGroup: number | null;
  readonly tieRule: "lot" | "runoff";
}

export interface StayingMember {
  readonly name: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
}

export interface ContestDocument {
  /** The number of its question in the archive, from 0. */
  readonly position: number;
  readonly kind: "candidates" | "question";
  readonly bodyKey: string | null;
  readonly title: Texts;
  readonly seats: number;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly allowsBlank: boolean;
  /** Null for a question, and for a contest whose seats no rule limits. */
  readonly rules: FrozenRules | null;
  readonly staying: readonly StayingMember[];
  /** The first day of the terms that it gives (UTC); null where no rule says how long they are. */
  readonly termsBeginOn: string | null;
}

export interface StageDocument {
  readonly kind: string;
  readonly opensAt: string;
  readonly closesAt: string | null;
}

export interface ElectionDocument {
  readonly format: "plenaria-election/1";
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly isTest: boolean;
  readonly group: string;
  /** Of the election in the archive, as `election verify` prints it. */
  readonly fingerprint: string;
  readonly rollDate: string;
  readonly rollFrozenAt: string;
  readonly sealedAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt: string;
  readonly resultAt: string;
  readonly trusteeThreshold: number;
  readonly trustees: readonly { readonly index: number; readonly name: string }[];
  readonly contests: readonly ContestDocument[];
  readonly calendar: readonly StageDocument[];
}

export interface CandidateDocument {
  readonly contest: number;
  readonly position: number;
  readonly name: string;
  readonly country: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
  readonly biography: Texts;
  readonly withdrawnAt: string | null;
}

export interface CandidatesDocument {
  readonly format: "plenaria-candidates/1";
  readonly candidates: readonly CandidateDocument[];
}

export interface RollDocument {
  readonly format: "plenaria-roll/1";
  readonly electionId: string;
  readonly rollVersion: number;
  readonly root: string;
  /** What of an entry is its leaf. */
  readonly fields: readonly string[];
  /** The public parts, in the order of the tree. */
  readonly entries: readonly (RollPublicPart & { readonly leafHash: string })[];
}

/** Who signed the final roll, each with the key of a seat, over `rollStatement`. */
export interface RollSignaturesDocument {
  readonly format: "plenaria-roll-signatures/1";
  /** How many seats had to sign before the box was sealed; 0 in an election without a call. */
  readonly needed: number;
  readonly signatures: readonly {
    readonly trustee: number;
    readonly name: string;
    readonly signature: string;
    readonly signedAt: string;
  }[];
}

export interface RollChangeDocument {
  readonly version: number;
  readonly handle: string;
  readonly kind: string;
  /** What changed, field by field; of a private field only that it changed. */
  readonly changes: readonly {
    readonly field: string;
    readonly before: Json;
    readonly after: Json;
    readonly isPublic: boolean;
  }[];
  readonly reason: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly rootBefore: string;
  readonly root: string;
  readonly decidedAt: string;
}

export interface RollChangesDocument {
  readonly format: "plenaria-roll-changes/1";
  readonly changes: readonly RollChangeDocument[];
}

export interface ContestCount {
  readonly position: number;
  /** Marks for each candidate (or answer), in the order of the archive. */
  readonly votes: readonly number[];
  readonly blank: number | null;
  readonly elected: readonly { readonly candidate: number; readonly rank: number; readonly termYears: number }[];
  readonly lines: readonly CountLine[];
  readonly ties: readonly OpenTie[];
}

export interface CountDocument {
  readonly format: "plenaria-count/1";
  readonly turnout: {
    readonly entitledEntries: number;
    readonly entitledVotes: number;
    readonly countedBallots: number;
    readonly countedVotes: number;
  };
  readonly contests: readonly ContestCount[];
}

/** An entry of the log in full. Its leaf is {"hash":"…","sequence":n}, the hash being over the one before and this content. */
export interface LogEntryDocument {
  readonly previousHash: string;
  readonly content: {
    readonly sequence: number;
    readonly at: string;
    readonly actorKind: string;
    readonly actorId: string | null;
    readonly actorName: string;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly changes: Json;
    readonly details: Json;
    readonly salt: string;
  };
  /** From the leaf upwards (RFC 9162 §2.1.3). */
  readonly path: readonly string[];
}

export interface LogDocument {
  readonly format: "plenaria-log/1";
  /** The log's key (c2sp.org/signed-note); "" where the log signs no checkpoints. */
  readonly key: string;
  /** The checkpoint with the log's signature and the witnesses' cosignatures; "" where there is none. */
  readonly checkpoint: string;
  readonly witnesses: readonly string[];
  readonly entries: readonly LogEntryDocument[];
}

/** What came after the evidence, as it stands in the log: decisions of ties, the commissioners' words, the proclamation by two. */
export interface LaterLogDocument {
  readonly format: "plenaria-later-log/1";
  /** A later checkpoint of the same log, with its signature and cosignatures. */
  readonly checkpoint: string;
  readonly witnesses: readonly string[];
  /** That this checkpoint continues the one in the evidence (RFC 9162 §2.1.4). */
  readonly consistency: readonly string[];
  readonly entries: readonly LogEntryDocument[];
}

export interface MailDocument {
  readonly format: "plenaria-mail/1";
  readonly counts: readonly { readonly template: string; readonly state: string; readonly count: number }[];
}

export interface SoftwareDocument {
  readonly format: "plenaria-software/1";
  readonly name: string;
  readonly version: string;
  /** "" where the program does not know its own commit. */
  readonly commit: string;
  /** The files that the voter's browser runs. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

export interface ConformityDocument {
  readonly format: "plenaria-conformity/1";
  readonly statements: readonly ConformityStatement[];
  /** Why somebody with a key says nothing, in the order of the seats. */
  readonly absences: readonly ConformityAbsence[];
}

/** Entered by two people; where the absent signs after all, her word counts. */
export interface ConformityAbsence {
  readonly trustee: number;
  readonly name: string;
  readonly reasons: string;
  readonly enteredBy: string;
  readonly approvedBy: string;
  readonly recordedAt: string;
}

export interface ConformityStatement {
  /** The seat whose key signed, from 1. */
  readonly trustee: number;
  readonly name: string;
  readonly answer: "conform" | "dissent";
  readonly reasons: string;
  readonly signature: string;
  readonly signedAt: string;
}

export interface ProclamationDocument {
  readonly format: "plenaria-proclamation/1";
  readonly electionId: string;
  readonly evidence: string;
  /** SHA-256 of conformity.json: the words on which it rests, each to the letter. */
  readonly conformity: string;
  readonly proclaimedAt: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestDocument {
  readonly format: "plenaria-bundle/1";
  readonly electionId: string;
  readonly stage: "interim" | "official";
  /** SHA-256 of the canonical JSON of `evidenceFiles`: what the commissioners sign. */
  readonly evidence: string;
  readonly evidenceFiles: readonly ManifestFile[];
  /** What came after the evidence: conformity, proclamation, and what the log says of them. */
  readonly laterFiles: readonly ManifestFile[];
}

/** The documents of a bundle by their file. */
export interface BundleDocuments {
  readonly "manifest.json": ManifestDocument;
  readonly "election.json": ElectionDocument;
  readonly "candidates.json": CandidatesDocument;
  readonly "roll.json": RollDocument;
  readonly "roll-changes.json": RollChangesDocument;
  readonly "roll-signatures.json": RollSignaturesDocument;
  readonly "decisions.json": DecisionsDocument;
  readonly "count.json": CountDocument;
  readonly "log.json": LogDocument;
  readonly "mail.json": MailDocument;
  readonly "software.json": SoftwareDocument;
  readonly "conformity.json": ConformityDocument;
  readonly "proclamation.json": ProclamationDocument;
  readonly "later-log.json": LaterLogDocument;
}

export type DocumentPath = keyof BundleDocuments;

/** The archive that counts. */
export const archivePath = "archive.bel";

/** The whole box up to its closing; only where a decision left something out, so that the archive that counts is another. */
export const boxPath = "box.bel";

/** The documents that are fixed when the evidence is assembled; the archive stands beside them. */
export const evidencePaths = [
  "candidates.json",
  "count.json",
  "decisions.json",
  "election.json",
  "log.json",
  "mail.json",
  "roll-changes.json",
  "roll-signatures.json",
  "roll.json",
  "software.json",
] as const satisfies readonly DocumentPath[];

export type EvidenceDocuments = Pick<BundleDocuments, (typeof evidencePaths)[number]>;
