// Front door (server): what the house finds wrong with itself.
export { acknowledgeAlert } from "./commands/acknowledge-alert.server.ts";
export type { AcknowledgeAlertRefusal } from "./commands/acknowledge-alert.server.ts";
export { raiseAlerts } from "./commands/raise-alerts.server.ts";
export { ClockWatch } from "./jobs/watch-clock.server.ts";
export { watchCodes } from "./jobs/watch-codes.server.ts";
export { reportRewrittenLog, watchProofs } from "./jobs/watch-proofs.server.ts";
export { watchWitnessAnswers, watchWitnesses } from "./jobs/watch-witnesses.server.ts";
export { countWaitingAlerts, listAlerts } from "./queries/alerts.server.ts";
export type { AlertView } from "./queries/alerts.server.ts";
