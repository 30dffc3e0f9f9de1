// What is asked of a member of the commission now. One list of rules for the overview, the desk and the reminder by mail.
import type { ElectionPhase } from "./phase.ts";
import type { StepProgress } from "./preparation.ts";

export const duties = [
  "certificate",
  "polynomial",
  "verification-key",
  "rehearsal",
  "codes",
  "sign-roll",
  "seal",
  "disputes",
  "sum",
] as const;
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
  /** Absent: nobody has to sign the roll. */
  readonly rollSigning?: RollSigningFacts | undefined;
  /** What nobody may decrypt before it is decided. */
  readonly undecidedDisputes?: number;
}

export interface RollSigningFacts {
  /** The person has not signed the roll as it stands, and may. */
  readonly isOwnAwaited: boolean;
  /** As many as needed have signed it. */
  readonly isSigned: boolean;
}

/** Everything that the person can do now, the most urgent first; empty when others are awaited. */
export function dutiesOf(facts: DutyFacts): Duty[] {
  if (facts.phase === "counting") return countingDuties(facts);
  return facts.phase === "draft" || facts.phase === "preparing" ? preparingDuties(facts) : [];
}

function countingDuties({ seat, undecidedDisputes = 0 }: DutyFacts): Duty[] {
  if (undecidedDisputes > 0) return ["disputes"];
  return seat?.encryptedTally && !seat.hasDecrypted ? ["sum"] : [];
}

function preparingDuties({ phase, preparation, seat, rollSigning }: DutyFacts): Duty[] {
  const keyDuty = seat === undefined ? undefined : keyDutyOf(seat);
  const missing = preparation.filter(({ done, of }) => done < of).map(({ step }) => step);
  const isRollSigned = rollSigning?.isSigned ?? true;
  const found: Duty[] = keyDuty === undefined ? [] : [keyDuty];
  if (phase === "preparing" && missing.includes("credentials")) found.push("codes");
  if (!isRollSigned && rollSigning?.isOwnAwaited === true) found.push("sign-roll");
  if (isRollSigned && missing.length === 1 && missing[0] === "seal") found.push("seal");
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
