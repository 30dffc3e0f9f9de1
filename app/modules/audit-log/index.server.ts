// Front door: who did what, and when.
export { changesBetween, recordAudit, takeWritersLock } from "./commands/record-audit.server.ts";
export type { AuditRecord, FieldChange } from "./commands/record-audit.server.ts";
export { findBrokenAuditEntry, listAuditEntries } from "./queries/audit-trail.server.ts";
export type { AuditLine, AuditSelection } from "./queries/audit-trail.server.ts";
