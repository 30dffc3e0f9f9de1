// Front door (server): dress rehearsals of elections.
export { beginDressRehearsal } from "./commands/begin-dress-rehearsal.server.ts";
export { signReport } from "./commands/sign-report.server.ts";
export { listDressRehearsals } from "./queries/dress-rehearsals.server.ts";
export { reportOf } from "./queries/report.server.ts";
