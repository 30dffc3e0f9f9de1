// Front door (server): the public directory of the register, and the copy of it in memory that its doors read.
export { LiveDirectory } from "./jobs/follow-register.server.ts";
export { defaultQueryLimits } from "./domain/query-limits.ts";
export type { QueryLimits } from "./domain/query-limits.ts";
export { findAnswer } from "./domain/find-answer.ts";
export type { Answer } from "./domain/find-answer.ts";
export { readQuestion } from "./domain/read-question.ts";
export { writeRefusal, writeWhois } from "./domain/whois/whois-text.ts";
export type { WhoisSurroundings } from "./domain/whois/whois-text.ts";
