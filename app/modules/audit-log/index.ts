// Front door for the browser: the log as pages show it.
export { AuditEntries } from "./ui/audit-entries.tsx";
export type { ShownEntry } from "./ui/audit-entries.tsx";
