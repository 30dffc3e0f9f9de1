// Front door (server): bodies, their rules on a date, and who holds office.
export { recordTerms } from "./commands/record-terms.server.ts";
export type { RecordTermsRefusal, TermInput } from "./commands/record-terms.server.ts";
export { findBody, findBodyRules, listBodies, listBodyRulesVersions } from "./queries/bodies.server.ts";
export { listOfficeHolders } from "./queries/office-holders.server.ts";
export type { BodyRules, BodyRulesVersion } from "./domain/rules.ts";
export type { OfficeHolder } from "./domain/office-holder.ts";
