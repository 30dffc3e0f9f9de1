// Front door (server): bodies, their rules on a date, and who holds office.
export { addBodyAct, proposeBody } from "./commands/add-body.server.ts";
export { addBodyRules } from "./commands/change-rules.server.ts";
export {
  addBodyRulesAct,
  correctTermAct,
  endTermAct,
  proposeBodyRules,
  proposeRulesWithdrawal,
  proposeTerm,
  proposeTermCorrection,
  proposeTermEnd,
  recordTermAct,
  withdrawBodyRulesAct,
} from "./commands/keep-by-two.server.ts";
export { recordElected } from "./commands/record-elected.server.ts";
export type { ElectedToRecord, TermLeft } from "./commands/record-elected.server.ts";
export { recordTerms } from "./commands/record-terms.server.ts";
export type { RecordTermsRefusal, TermInput } from "./commands/record-terms.server.ts";
export { findBody, findBodyRules, listBodies, listBodyRulesVersions } from "./queries/bodies.server.ts";
export { bodyOverview } from "./queries/body-overview.server.ts";
export type { BodyOverview } from "./queries/body-overview.server.ts";
export { listOfficeHolders, listOfficesHeld, listStaying, listTerms } from "./queries/office-holders.server.ts";
export type { BodyRules, BodyRulesVersion } from "./domain/rules.ts";
export type { OfficeHolder } from "./domain/office-holder.ts";
