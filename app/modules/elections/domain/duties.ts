// What is asked of a member of the commission now. One list of rules for the overview, the desk and the reminder by mail.
import type { ElectionPhase } from "./phase.ts";
import type { StepProgress } from "./preparation.ts";

export const duties = ["certificate", "polynomial", "verification-key", "rehearsal", "codes", "seal", "sum"] as const;
export type Duty = (typeof duties)[number];

/** What one trustee sees of the ceremony; null where a trustee has not got that far. */
export interface Seat {
  /** Counted from 1. */
  readonly ownIndex: number;
  readonly certificates: readonly unknown[];
  readonly polynomials: readonly unknown[];
  readonly verificationKeys: readonly unknown[];
  readonly trusteesPayload: string | null;
  readonly hasRehearsed: boolean;
  readonly encryptedTally: string | null;
  readonly hasDecrypted: boolean;
}

export interface DutyFacts {
  readonly phase: ElectionPhase;
  readonly preparation: readonly StepProgress[];
  /** Absent: the person holds no key of this election. */
  readonly seat?: Seat | undefined;
}

/** Everything that the person can do now, the most urgent first; empty when others are awaited. */
export function dutiesOf({ phase, preparation, seat }: DutyFacts): Duty[] {
  if (phase === "counting") return seat?.encryptedTally && !seat.hasDecrypted ? ["sum"] : [];
  if (phase !== "draft" && phase !== "preparing") return [];
  const keyDuty = seat === undefined ? undefined : keyDutyOf(seat);
  const missing = preparation.filter(({ done, of }) => done < of).map(({ step }) => step);
  const found: Duty[] = keyDuty === undefined ? [] : [keyDuty];
  if (phase === "preparing" && missing.includes("credentials")) found.push("codes");
  if (missing.length === 1 && missing[0] === "seal") found.push("seal");
  return found;
}

/** The trustee's own next step; undefined while the others are awaited, and when nothing is left to do. */
function keyDutyOf(seat: Seat): Duty | undefined {
  const own = seat.ownIndex - 1;
  const isWhole = (messages: readonly unknown[]) => messages.every((message) => message !== null);
  if (seat.certificates[own] === null) return "certificate";
  if (seat.polynomials[own] === null) return isWhole(seat.certificates) ? "polynomial" : undefined;
  if (seat.verificationKeys[own] === null) return isWhole(seat.polynomials) ? "verification-key" : undefined;
  return seat.trusteesPayload !== null && !seat.hasRehearsed ? "rehearsal" : undefined;
}
