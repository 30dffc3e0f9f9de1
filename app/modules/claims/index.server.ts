// Front door (server): what members object to, and what the commission decides.
export { beginReview } from "./commands/begin-review.server.ts";
export { approveDecision, decideClaimAct, proposeDecision } from "./commands/decide-claim.server.ts";
export type { DecideClaimInput, DecideClaimRefusal } from "./commands/decide-claim.server.ts";
export { declareConflict } from "./commands/declare-conflict.server.ts";
export { fileClaim, fileClaimByLink } from "./commands/file-claim.server.ts";
export type { FileClaimRefusal, FiledClaim } from "./commands/file-claim.server.ts";
export type { FileClaimInput } from "./commands/file-claim.input.ts";
export { redactClaim } from "./commands/redact-claim.server.ts";
export { settleClaim } from "./commands/settle-claim.server.ts";
export type { SettleClaimInput, SettleClaimRefusal } from "./commands/settle-claim.server.ts";
export { withdrawClaim, withdrawClaimByLink } from "./commands/withdraw-claim.server.ts";
export { requireClaimWindow } from "./queries/claim-window.server.ts";
export { countUndecidedClaims, findClaim, listClaims } from "./queries/claims.server.ts";
export { countUnsettledClaims } from "./queries/unsettled-claims.server.ts";
export type { ClaimReader, ClaimSelection } from "./queries/claims.server.ts";
export type { ClaimKind, ClaimState } from "./domain/claim-kinds.ts";
export type { ClaimView } from "./domain/claim-view.ts";
export { eraseClaimOriginals } from "./commands/erase-originals.server.ts";
