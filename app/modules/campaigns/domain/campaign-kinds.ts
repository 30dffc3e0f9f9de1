// The kinds of mails: with which stage each goes, to whom by default, in which phases it would be untrue, and where its button leads.
import type { ElectionPhase } from "#app/modules/elections/index.ts";

export const campaignKinds = [
  "call-opened",
  "nominations-closing",
  "roll-published",
  "claims-window",
  "candidates-published",
  "voting-opens-soon",
  "voting-reminder",
  "closing-soon",
  "interim-result",
  "result-claims",
  "official-result",
  "free-notice",
] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export const audiences = ["all", "not-voted"] as const;
export type Audience = (typeof audiences)[number];

export const campaignStates = ["planned", "queueing", "queued", "sent", "held", "cancelled"] as const;
export type CampaignState = (typeof campaignStates)[number];

export function isCampaignKind(word: unknown): word is CampaignKind {
  return campaignKinds.some((kind) => kind === word);
}

export interface KindRule {
  readonly audience: Audience;
  /** The phases in which what it says is true; absent: always. */
  readonly phases?: readonly ElectionPhase[];
  /** The page to which its button leads. */
  readonly page: "election" | "roll" | "claims" | "vote" | "result";
}

export const kindRules: Readonly<Record<CampaignKind, KindRule>> = {
  "call-opened": { audience: "all", page: "election" },
  "nominations-closing": { audience: "all", phases: ["draft", "preparing"], page: "election" },
  "roll-published": { audience: "all", phases: ["preparing", "sealed", "open"], page: "roll" },
  "claims-window": { audience: "all", phases: ["preparing"], page: "claims" },
  "candidates-published": { audience: "all", phases: ["preparing", "sealed", "open"], page: "election" },
  "voting-opens-soon": { audience: "all", phases: ["preparing", "sealed"], page: "election" },
  "voting-reminder": { audience: "not-voted", phases: ["open"], page: "vote" },
  "closing-soon": { audience: "not-voted", phases: ["open"], page: "vote" },
  "interim-result": { audience: "all", phases: ["result"], page: "result" },
  "result-claims": { audience: "all", phases: ["result"], page: "claims" },
  "official-result": { audience: "all", phases: ["result"], page: "result" },
  "free-notice": { audience: "all", page: "election" },
};

/** Who has not voted is only a question while people vote: before, it is everybody; after, it would be a list of those who did not. */
export function mayAsk(audience: Audience, phase: ElectionPhase): boolean {
  return audience === "all" || phase === "open";
}
