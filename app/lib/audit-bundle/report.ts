// What an audit answers: every named check with its outcome, like the report of an archive's verification.

/** The checks of a bundle, in the order in which they are made and told. The names are stable. */
export const bundleCheckNames = [
  "bundle-file",
  "manifest",
  "documents",
  "archive",
  "left-out",
  "election",
  "roll-root",
  "roll-changes",
  "roll-signatures",
  "roll-weights",
  "turnout",
  "count",
  "decisions",
  "ties",
  "log-key",
  "log-checkpoint",
  "log-entries",
  "stages",
  "conformity",
  "proclamation",
  "log-later",
  "log-witnesses",
  "noted",
] as const;

export type BundleVerdict = "valid" | "unanchored" | "invalid";

export type BundleCheckName = (typeof bundleCheckNames)[number];

export interface BundleCheck {
  readonly name: BundleCheckName;
  /** "unanchored": nothing contradicts it, and no signed log vouches for it yet. */
  readonly outcome: "passed" | "failed" | "unanchored" | "not-applicable";
  readonly code: string | undefined;
  readonly detail: string;
}

/** Why a check fails; thrown by the checks, caught where they are run. */
export class CheckFault extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Stops the check unless the statement holds. */
export function demand(holds: boolean, code: string, detail: string): asserts holds {
  if (!holds) throw new CheckFault(code, detail);
}

/** What a check that cannot be made answers instead of a detail. */
export interface LeftOut {
  readonly leftOut: string;
}

/** What a check answers that finds nothing wrong and nothing signed. */
export interface Unanchored {
  readonly unanchored: string;
}

/** Runs the checks one after the other and keeps what came out. */
export class BundleLedger {
  private readonly checks = new Map<BundleCheckName, BundleCheck>();

  /** Runs a check: the text that it answers is its detail. Whatever it stumbles over in a strange file fails it. */
  run(name: BundleCheckName, check: () => string | LeftOut | Unanchored): void {
    try {
      this.checks.set(name, { name, code: undefined, ...outcomeOf(check()) });
    } catch (error) {
      const code = error instanceof CheckFault ? error.code : "DOCUMENT_MALFORMED";
      const detail = error instanceof Error ? error.message : String(error);
      this.checks.set(name, { name, outcome: "failed", code, detail });
    }
  }

  list(): BundleCheck[] {
    return bundleCheckNames.map(
      (name) =>
        this.checks.get(name) ?? { name, outcome: "not-applicable", code: undefined, detail: "could not be reached" },
    );
  }

  /** One failure makes it invalid; what no log vouches for is never called valid. */
  verdict(): BundleVerdict {
    const outcomes = [...this.checks.values()].map(({ outcome }) => outcome);
    if (outcomes.includes("failed")) return "invalid";
    return outcomes.includes("unanchored") ? "unanchored" : "valid";
  }
}

function outcomeOf(answer: string | LeftOut | Unanchored): Pick<BundleCheck, "outcome" | "detail"> {
  if (typeof answer === "string") return { outcome: "passed", detail: answer };
  if ("leftOut" in answer) return { outcome: "not-applicable", detail: answer.leftOut };
  return { outcome: "unanchored", detail: answer.unanchored };
}
