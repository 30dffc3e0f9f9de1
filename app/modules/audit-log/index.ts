// Front door for the browser: the log as pages show it.
export { linkToCheckpoint, linkToLog, linkToLogEntry, linkToPublicLog } from "./links.ts";
export { AuditEntries } from "./ui/audit-entries.tsx";
export type { ShownEntry } from "./ui/audit-entries.tsx";
export { LogMemory } from "./ui/log-memory.tsx";
export { useFieldName, useReadableValue } from "./ui/readable-value.ts";
export type { KnownNames } from "./ui/readable-value.ts";
export { keysOfField } from "./domain/field-keys.ts";
