// What a dress rehearsal showed, check by check. Source: CM/Rec(2017)5 no. 42; the drills of requirements §8.7.

export const checkCodes = ["keys", "mail", "languages", "votes", "close", "trustees", "archive", "result"] as const;
export type CheckCode = (typeof checkCodes)[number];

/** "waiting": it has not come to that yet. "noticed": it works, and somebody should look. */
export type CheckOutcome = "passed" | "failed" | "noticed" | "waiting";

export interface RehearsalCheck {
  readonly code: CheckCode;
  readonly outcome: CheckOutcome;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface RehearsalFacts {
  readonly trustees: readonly { readonly hasRehearsed: boolean; readonly hasDecrypted: boolean }[];
  readonly threshold: number;
  readonly voters: number;
  readonly languages: readonly string[];
  readonly isSealed: boolean;
  /** The mails with the voting codes. */
  readonly mails: { readonly sent: number; readonly waiting: number; readonly inTrouble: number };
  readonly ballots: number;
  /** Minutes between the closing instant and the close; null before. */
  readonly closedLate: number | null;
  readonly archive: "valid" | "invalid" | null;
  readonly voted: number | null;
  readonly result: readonly (readonly number[])[] | null;
  readonly expected: readonly (readonly number[])[];
}

/** Every check with its outcome, in the order of the story. */
export function checksOf(facts: RehearsalFacts): RehearsalCheck[] {
  return [
    keys(facts),
    mail(facts),
    languages(facts),
    votes(facts),
    close(facts),
    trustees(facts),
    archive(facts),
    result(facts),
  ];
}

function keys({ trustees: all }: RehearsalFacts): RehearsalCheck {
  const done = all.filter(({ hasRehearsed }) => hasRehearsed).length;
  return { code: "keys", outcome: done === all.length ? "passed" : "waiting", details: { done, of: all.length } };
}

function mail({ isSealed, mails, voters }: RehearsalFacts): RehearsalCheck {
  const details = { ...mails, of: voters };
  if (!isSealed) return { code: "mail", outcome: "waiting", details };
  if (mails.inTrouble > 0) return { code: "mail", outcome: "failed", details };
  return { code: "mail", outcome: mails.sent >= voters ? "passed" : "waiting", details };
}

function languages({ languages: found }: RehearsalFacts): RehearsalCheck {
  const missing = ["es", "en", "pt"].filter((language) => !found.includes(language));
  const details = { missing: missing.join(", "), count: missing.length };
  return { code: "languages", outcome: missing.length === 0 ? "passed" : "noticed", details };
}

function votes({ ballots, voters, voted, closedLate }: RehearsalFacts): RehearsalCheck {
  const details = { ballots, voted: voted ?? 0, of: voters };
  if (voted !== null) return { code: "votes", outcome: voted === voters ? "passed" : "noticed", details };
  return { code: "votes", outcome: closedLate !== null && ballots === 0 ? "failed" : "waiting", details };
}

function close({ closedLate }: RehearsalFacts): RehearsalCheck {
  if (closedLate === null) return { code: "close", outcome: "waiting", details: {} };
  return { code: "close", outcome: closedLate <= 1 ? "passed" : "failed", details: { minutes: closedLate } };
}

function trustees({ trustees: all, threshold, result: counted }: RehearsalFacts): RehearsalCheck {
  const done = all.filter(({ hasDecrypted }) => hasDecrypted).length;
  const details = { done, of: all.length, threshold };
  return { code: "trustees", outcome: counted === null ? "waiting" : "passed", details };
}

function archive({ archive: verdict, result: counted }: RehearsalFacts): RehearsalCheck {
  if (verdict === "invalid") return { code: "archive", outcome: "failed", details: {} };
  return { code: "archive", outcome: counted !== null && verdict === "valid" ? "passed" : "waiting", details: {} };
}

/** Compared only when everybody voted: with one missing, the sum of the parts is not expected. */
function result({ result: counted, expected, voted, voters }: RehearsalFacts): RehearsalCheck {
  if (counted === null) return { code: "result", outcome: "waiting", details: {} };
  if (voted !== voters) return { code: "result", outcome: "noticed", details: { missing: voters - (voted ?? 0) } };
  const isSame = JSON.stringify(counted) === JSON.stringify(expected);
  return { code: "result", outcome: isSame ? "passed" : "failed", details: { missing: 0 } };
}

/** A report can be signed when nothing is awaited any more. */
export function isComplete(checks: readonly RehearsalCheck[]): boolean {
  return checks.every(({ outcome }) => outcome !== "waiting");
}
