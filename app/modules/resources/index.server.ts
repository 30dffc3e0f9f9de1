// Front door (server): the register of Internet number resources.
export { holdingsOf, spaceHeldOn } from "./queries/holdings.server.ts";
export type { SpaceHeldOn } from "./queries/holdings.server.ts";
export { importRegister } from "./commands/import-register.server.ts";
export type { ImportRegisterInput, ImportRegisterRefusal } from "./commands/import-register.server.ts";
export type { ImportProgress } from "./domain/import-progress.ts";
export type { RegisterReport } from "./domain/register-report.ts";
export { listRegisterImports } from "./queries/register-imports.server.ts";
export { registerTotals } from "./queries/register-totals.server.ts";
