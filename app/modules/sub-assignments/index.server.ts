// Front door (server): giving parts of a block on.
export { registerSubAssignment } from "./commands/register-sub-assignment.server.ts";
export type { RegisterSubAssignmentInput } from "./commands/register-sub-assignment.server.ts";
export { resizeSubAssignment } from "./commands/resize-sub-assignment.server.ts";
export { returnSubAssignment } from "./commands/return-sub-assignment.server.ts";
export { transferSubAssignment } from "./commands/transfer-sub-assignment.server.ts";
export { undoAct } from "./commands/undo-act.server.ts";
export { previewAct } from "./commands/preview-act.server.ts";
export { findSubAssignments } from "./queries/sub-assignments.server.ts";
export { listActs } from "./queries/acts.server.ts";
