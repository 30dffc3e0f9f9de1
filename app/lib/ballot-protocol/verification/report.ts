// What a verification answers: every named check with its outcome, never a bare yes or no (SPECIFICATION §10).
import type { ProtocolCode } from "../errors.ts";

/** The checks of an archive, in the order in which they are made and told. The names are stable. */
export const checkNames = [
  "archive-file",
  "archive-continuation",
  "event-chain",
  "event-order",
  "record-order",
  "election",
  "trustees",
  "election-key",
  "credentials",
  "credential-membership",
  "ballots-unique",
  "ballots-canonical",
  "ballots-election",
  "ballots-credential",
  "ballots-shape",
  "ballots-membership",
  "ballots-signature",
  "ballots-individual-proofs",
  "ballots-blank-proofs",
  "ballots-overall-proofs",
  "encrypted-tally",
  "tally-counts",
  "shuffles",
  "partial-decryptions",
  "result",
] as const;

export type CheckName = (typeof checkNames)[number];

export type CheckStatus = "passed" | "failed" | "not-applicable";

/** One check: what came out, the code if it failed, and where. */
export interface CheckOutcome {
  readonly name: CheckName;
  readonly outcome: CheckStatus;
  readonly code: ProtocolCode | undefined;
  readonly detail: string;
  readonly where: string | undefined;
}

/** How far an election has come. */
export type ArchiveStage = "unreadable" | "open" | "closed" | "tallied" | "decrypting" | "result";

/** The answer to "does this archive hold?". */
export interface VerificationReport {
  readonly verdict: "valid" | "invalid";
  readonly stage: ArchiveStage;
  /** Which arithmetic did the work. */
  readonly backend: string;
  readonly election:
    { readonly name: string; readonly uuid: string; readonly group: string; readonly fingerprint: string } | undefined;
  readonly counts: {
    readonly credentials: number;
    readonly ballots: number;
    readonly countedBallots: number;
    readonly totalWeight: string;
    readonly partialDecryptions: number;
  };
  /** result[question][choice], the blank flag first where the question has one. */
  readonly result: readonly (readonly string[])[] | undefined;
  readonly checks: readonly CheckOutcome[];
}

/** Gathers outcomes; a check that fails more than once keeps its first failure and counts the others. */
export class CheckLedger {
  private readonly outcomes = new Map<CheckName, CheckOutcome>();
  private readonly failures = new Map<CheckName, number>();

  pass(name: CheckName, detail: string): void {
    if (!this.outcomes.has(name))
      this.outcomes.set(name, { name, outcome: "passed", code: undefined, detail, where: undefined });
  }

  leaveOut(name: CheckName, detail: string): void {
    if (!this.outcomes.has(name))
      this.outcomes.set(name, { name, outcome: "not-applicable", code: undefined, detail, where: undefined });
  }

  fail(name: CheckName, code: ProtocolCode, detail: string, where?: string): void {
    this.failures.set(name, (this.failures.get(name) ?? 0) + 1);
    if (this.hasFailed(name)) return;
    this.outcomes.set(name, { name, outcome: "failed", code, detail, where });
  }

  hasFailed(name: CheckName): boolean {
    return this.outcomes.get(name)?.outcome === "failed";
  }

  verdict(): "valid" | "invalid" {
    return [...this.outcomes.values()].some((outcome) => outcome.outcome === "failed") ? "invalid" : "valid";
  }

  /** All outcomes in their order; checks that were never reached are told as such. */
  list(names: readonly CheckName[] = checkNames): CheckOutcome[] {
    return names.map((name) => {
      const outcome = this.outcomes.get(name);
      if (outcome === undefined)
        return { name, outcome: "not-applicable", code: undefined, detail: "could not be reached", where: undefined };
      const more = (this.failures.get(name) ?? 0) - 1;
      return more > 0 ? { ...outcome, detail: `${outcome.detail} (and ${more} more)` } : outcome;
    });
  }
}
