// Front door: who did what, and when; and the signed word of the log about itself.
export { addWitness } from "./commands/add-witness.server.ts";
export { openLogKey } from "./commands/open-log-key.server.ts";
export { changesBetween, recordAudit, takeWritersLock } from "./commands/record-audit.server.ts";
export type { AuditRecord, FieldChange } from "./commands/record-audit.server.ts";
export { isConfidentialAct } from "./domain/confidential-entries.ts";
export { signCheckpoint } from "./commands/sign-checkpoint.server.ts";
export { collectCosignatures } from "./jobs/collect-cosignatures.server.ts";
export type { WitnessOutcome } from "./jobs/collect-cosignatures.server.ts";
export { publishCheckpoint } from "./jobs/publish-checkpoint.server.ts";
export {
  entriesPerPage,
  findBrokenAuditEntry,
  listAuditActions,
  listAuditEntries,
  listHistoryOf,
  readAllAuditEntries,
  readsWholeLog,
} from "./queries/audit-trail.server.ts";
export type { AuditLine, AuditSelection } from "./queries/audit-trail.server.ts";
export { findLatestCheckpoint, listWitnesses, readTile } from "./queries/checkpoints.server.ts";
export type { PublishedCheckpoint, WitnessView } from "./queries/checkpoints.server.ts";
export { findConsistencyProof, findEntryProof } from "./queries/entry-proof.server.ts";
export type { EntryProof } from "./queries/entry-proof.server.ts";
export { openEntries } from "./queries/opened-entries.server.ts";
export type { EntriesToOpen, OpenedEntries, OpenedEntry } from "./queries/opened-entries.server.ts";
export { findLogKey } from "./queries/log-key.server.ts";
export { verifyGrownLog, verifyLog } from "./queries/log-verification.server.ts";
export type { LogProblem, LogReport } from "./queries/log-verification.server.ts";
export { lastSequence, listChangedSince } from "./queries/what-changed.server.ts";
export type { ChangedSubject } from "./queries/what-changed.server.ts";
