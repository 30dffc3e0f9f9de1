// The stages of an election, which are moments and which periods, and what must come before what.
// Source: the timetables of 2023, 2025 and 2026 (lacnic.net/6730, /6854, /7828, /8025).

export const stageKinds = [
  "call",
  "nominations",
  "endorsements",
  "contact-confirmation",
  "roll-freeze",
  "roll-publication",
  "roll-claims",
  "roll-decisions",
  "candidates-publication",
  "questions",
  "candidate-complaints",
  "complaint-decisions",
  "key-ceremony",
  "voting",
  "interim-result",
  "result-claims",
  "claim-decisions",
  "official-result",
] as const;
export type StageKind = (typeof stageKinds)[number];

/** A dated stage. A moment has no closing instant. */
export interface Stage {
  readonly kind: StageKind;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

export interface StageRule {
  readonly isPeriod: boolean;
  /** The least a period may last. */
  readonly leastHours: number;
  readonly mostHours: number;
  /**
   * Whether what the stage is for is refused after its end. What people may do ends with the period; what the association owes
   * (decisions, publications, the ceremony) is still owed when it is late.
   */
  readonly endsForGood: boolean;
}

const day = 24;

function moment(): StageRule {
  return { isPeriod: false, leastHours: 0, mostHours: 0, endsForGood: false };
}

function right(leastDays: number, mostDays = 90): StageRule {
  return { isPeriod: true, leastHours: leastDays * day, mostHours: mostDays * day, endsForGood: true };
}

function duty(leastHours: number, mostDays = 90): StageRule {
  return { isPeriod: true, leastHours, mostHours: mostDays * day, endsForGood: false };
}

/** Least lengths: about half of the shortest that the real timetables have. */
export const stageRules: Readonly<Record<StageKind, StageRule>> = {
  call: moment(),
  nominations: right(7),
  endorsements: right(7),
  "contact-confirmation": right(2),
  "roll-freeze": moment(),
  "roll-publication": moment(),
  "roll-claims": right(5),
  "roll-decisions": duty(day),
  "candidates-publication": moment(),
  questions: right(2),
  "candidate-complaints": right(1),
  "complaint-decisions": duty(12),
  "key-ceremony": duty(day),
  voting: right(3, 31),
  "interim-result": moment(),
  "result-claims": right(1),
  "claim-decisions": duty(12),
  "official-result": duty(0),
};

/** From the call to the opening of the vote. Source: 34 days in 2023, 57 in 2025; CM/Rec(2017)5 no. 32 (told early). */
export const leastNoticeDays = 30;
export const longestProcessDays = 200;

export type Edge = "begins" | "ends";

/** `earlier` has begun or ended at the latest when `later` begins or ends. */
export interface OrderRule {
  readonly earlier: StageKind;
  readonly earlierEdge: Edge;
  readonly later: StageKind;
  readonly laterEdge: Edge;
}

function rule(earlier: StageKind, earlierEdge: Edge, later: StageKind, laterEdge: Edge = "begins"): OrderRule {
  return { earlier, earlierEdge, later, laterEdge };
}

export const orderRules: readonly OrderRule[] = [
  rule("call", "begins", "nominations"),
  rule("call", "begins", "contact-confirmation"),
  rule("call", "begins", "roll-freeze"),
  rule("nominations", "begins", "endorsements"),
  rule("contact-confirmation", "ends", "roll-freeze"),
  rule("roll-freeze", "begins", "roll-publication"),
  rule("roll-freeze", "begins", "key-ceremony"),
  rule("roll-publication", "begins", "roll-claims"),
  rule("roll-claims", "begins", "roll-decisions"),
  rule("roll-claims", "ends", "roll-decisions", "ends"),
  rule("roll-claims", "ends", "voting"),
  rule("roll-decisions", "ends", "voting"),
  rule("nominations", "ends", "candidates-publication"),
  rule("endorsements", "ends", "candidates-publication"),
  rule("candidates-publication", "begins", "questions"),
  rule("candidates-publication", "begins", "candidate-complaints"),
  rule("candidates-publication", "begins", "voting"),
  rule("candidate-complaints", "ends", "complaint-decisions"),
  rule("questions", "ends", "voting"),
  rule("candidate-complaints", "ends", "voting"),
  rule("complaint-decisions", "ends", "voting"),
  rule("key-ceremony", "ends", "voting"),
  rule("voting", "ends", "interim-result"),
  rule("interim-result", "begins", "result-claims"),
  rule("result-claims", "begins", "claim-decisions"),
  rule("result-claims", "ends", "claim-decisions", "ends"),
  rule("result-claims", "ends", "official-result"),
  rule("claim-decisions", "ends", "official-result", "ends"),
];

/** Stages of which a calendar may have none. */
export const optionalStages: readonly StageKind[] = ["endorsements", "contact-confirmation", "questions"];

/** Stages that only an election of people has. */
export const candidateStages: readonly StageKind[] = [
  "nominations",
  "endorsements",
  "candidates-publication",
  "questions",
  "candidate-complaints",
  "complaint-decisions",
];

/** The stages that a calendar must have; of a vote on questions, where nobody is nominated, those without candidates. */
export function requiredStages(hasCandidates: boolean): StageKind[] {
  return stageKinds.filter(
    (kind) => !optionalStages.includes(kind) && (hasCandidates || !candidateStages.includes(kind)),
  );
}

/** The stages of a vote on questions, where nobody is nominated. */
export function withoutCandidates(stages: readonly Stage[]): Stage[] {
  return stages.filter(({ kind }) => !candidateStages.includes(kind));
}

/** Where a stage begins or ends; a moment does both at once. */
export function edgeOf(stage: Stage, edge: Edge): Date {
  return edge === "begins" || stage.closesAt === null ? stage.opensAt : stage.closesAt;
}

/** The stages in the order in which they come. */
export function inOrder(stages: readonly Stage[]): Stage[] {
  return [...stages].sort(
    (left, right) =>
      left.opensAt.getTime() - right.opensAt.getTime() ||
      stageKinds.indexOf(left.kind) - stageKinds.indexOf(right.kind),
  );
}

export function isStageKind(word: string): word is StageKind {
  return stageKinds.some((kind) => kind === word);
}

/** The stage's word in sentences that choose by it: their language knows no hyphens. */
export function stageWord(kind: StageKind): string {
  return kind.replaceAll("-", "_");
}
