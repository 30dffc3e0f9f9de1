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
  "roll-weights",
  "turnout",
  "count",
  "decisions",
  "log-checkpoint",
  "log-entries",
  "stages",
  "conformity",
  "proclamation",
] as const;

export type BundleCheckName = (typeof bundleCheckNames)[number];

export interface BundleCheck {
  readonly name: BundleCheckName;
  readonly outcome: "passed" | "failed" | "not-applicable";
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

/** Runs the checks one after the other and keeps what came out. */
export class BundleLedger {
  private readonly checks = new Map<BundleCheckName, BundleCheck>();

  /** Runs a check: the text that it answers is its detail. Whatever it stumbles over in a strange file fails it. */
  run(name: BundleCheckName, check: () => string | LeftOut): boolean {
    try {
      const answer = check();
      const isLeftOut = typeof answer !== "string";
      const detail = isLeftOut ? answer.leftOut : answer;
      this.checks.set(name, { name, outcome: isLeftOut ? "not-applicable" : "passed", code: undefined, detail });
      return true;
    } catch (error) {
      const code = error instanceof CheckFault ? error.code : "DOCUMENT_MALFORMED";
      const detail = error instanceof Error ? error.message : String(error);
      this.checks.set(name, { name, outcome: "failed", code, detail });
      return false;
    }
  }

  list(): BundleCheck[] {
    return bundleCheckNames.map(
      (name) =>
        this.checks.get(name) ?? { name, outcome: "not-applicable", code: undefined, detail: "could not be reached" },
    );
  }

  hasFailed(): boolean {
    return [...this.checks.values()].some(({ outcome }) => outcome === "failed");
  }
}
