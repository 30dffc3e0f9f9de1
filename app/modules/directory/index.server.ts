// Front door (server): the public directory of the register, and the copy of it in memory that its doors read.
export { LiveDirectory } from "./jobs/follow-register.server.ts";
export { defaultQueryLimits } from "./domain/query-limits.ts";
export type { QueryLimits } from "./domain/query-limits.ts";
export { findAnswer } from "./domain/find-answer.ts";
export type { Answer } from "./domain/find-answer.ts";
export { readQuestion } from "./domain/read-question.ts";
export { writeRefusal, writeWhois } from "./domain/whois/whois-text.ts";
export type { WhoisSurroundings } from "./domain/whois/whois-text.ts";
export { answerRdap, problemAnswer } from "./domain/rdap/answer-rdap.ts";
export type { RdapAnswer } from "./domain/rdap/answer-rdap.ts";
export { everything as rdapExtensions, mediaType } from "./domain/rdap/rdap-object.ts";
export type { RdapObject, RdapSurroundings } from "./domain/rdap/rdap-object.ts";
export { readRdapQuery } from "./domain/rdap/rdap-query.ts";
export { previewDirectory } from "./queries/preview-directory.server.ts";
export type { DirectoryPreview, NetworkToPreview } from "./queries/preview-directory.server.ts";
export { rdapPath, rdapSurroundingsOf, whoisHostOf } from "./queries/surroundings.server.ts";
export { directoryOfPages } from "./queries/look-up.server.ts";
