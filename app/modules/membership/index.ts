// Front door for the browser: types and pure functions, and the explanation of votes that several modules show.
export type { RulesDocument } from "./domain/rules.ts";
export { standingReasons } from "./domain/voting-right.ts";
export type { StandingReason } from "./domain/voting-right.ts";
export type { CategoryName, RulesVersion, Standing, VotesExplanation, VotingRight } from "./domain/right-to-vote.ts";
export { AssumedNotice } from "./ui/assumed-notice.tsx";
export { VotesExplained } from "./ui/votes-explained.tsx";
export { VotesLine } from "./ui/votes-line.tsx";
export { MyOrganizations } from "./ui/my-organizations.tsx";
export type { OwnOrganization } from "./ui/my-organizations.tsx";
export * from "./links.ts";
