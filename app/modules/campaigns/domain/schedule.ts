// When a mail that goes with its stage leaves. Where the calendar has no such stage, the voting's own times serve for the mails about voting.
import type { CampaignKind } from "./campaign-kinds.ts";

const day = 86_400_000;

interface Period {
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

export interface ScheduleFacts {
  readonly stages: readonly (Period & { readonly kind: string })[];
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The stage of the calendar with whose beginning a mail goes. */
const stageOfKind: Partial<Record<CampaignKind, string>> = {
  "call-opened": "call",
  "roll-published": "roll-publication",
  "claims-window": "roll-claims",
  "candidates-published": "candidates-publication",
  "interim-result": "interim-result",
  "result-claims": "result-claims",
  "official-result": "official-result",
};

/** The stage two days before whose end a mail goes, while there is time to do what it asks for. */
const endingStageOfKind: Partial<Record<CampaignKind, string>> = { "nominations-closing": "nominations" };

/** Two days before the voting, half-way through it, and a day before its end. */
const instantsOfVoting: Partial<Record<CampaignKind, (opens: number, closes: number) => number>> = {
  "voting-opens-soon": (opens) => opens - 2 * day,
  "voting-reminder": (opens, closes) => (opens + closes) / 2,
  "closing-soon": (_opens, closes) => closes - day,
};

/** The instant; undefined where nothing in the calendar gives one. */
export function instantOf(kind: CampaignKind, { stages, opensAt, closesAt }: ScheduleFacts): Date | undefined {
  const ofVoting = instantsOfVoting[kind];
  const ending = stages.find((stage) => stage.kind === endingStageOfKind[kind])?.closesAt;
  if (ending) return new Date(ending.getTime() - 2 * day);
  if (ofVoting === undefined) return stages.find((stage) => stage.kind === stageOfKind[kind])?.opensAt;
  const voting = stages.find((stage) => stage.kind === "voting");
  const [opens, closes] = [voting?.opensAt ?? opensAt, voting?.closesAt ?? closesAt];
  return new Date(ofVoting(opens.getTime(), closes.getTime()));
}
