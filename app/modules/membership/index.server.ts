// Front door (server): classes, categories, votes and good standing on a date.
export { changeClass } from "./commands/change-class.server.ts";
export {
  addRulesAct,
  proposeRulesVersion,
  proposeVersionWithdrawal,
  withdrawRulesAct,
} from "./commands/change-rules-by-two.server.ts";
export { addRulesVersion } from "./commands/change-rules.server.ts";
export { liftDebt, setDebt } from "./commands/change-standing.server.ts";
export { rulesOn } from "./queries/rules.server.ts";
export { standingOn, votingRightOf, votingRightsOn } from "./queries/voting-rights.server.ts";
export type { RulesVersion, Standing, VotesExplanation, VotingRight } from "./domain/right-to-vote.ts";
