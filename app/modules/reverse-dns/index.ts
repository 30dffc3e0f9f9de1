// Front door for the browser: types and pure functions.
export * from "./links.ts";
export { serverStatuses } from "./domain/server-status.ts";
export type { ServerStatus } from "./domain/server-status.ts";
export { writeDsRecord } from "./domain/ds-record.ts";
export type { DsRecord } from "./domain/ds-record.ts";
