// Front door (server): classes, categories, votes and good standing on a date.
export { rulesOn } from "./queries/rules.server.ts";
export { standingOn, votingRightOf, votingRightsOn } from "./queries/voting-rights.server.ts";
export type { RulesVersion, Standing, VotesExplanation, VotingRight } from "./domain/right-to-vote.ts";
