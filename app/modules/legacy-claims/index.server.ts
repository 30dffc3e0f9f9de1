// Front door (server): legacy resources and who becomes their contact.
export { claimLegacyEntity } from "./commands/claim-legacy-entity.server.ts";
export type { ClaimedEntity, ClaimEntityRefusal } from "./commands/claim-legacy-entity.server.ts";
export { issueClaimPassword } from "./commands/issue-claim-password.server.ts";
export { markLegacyEntity, unmarkLegacyEntity } from "./commands/mark-legacy-entity.server.ts";
export { openLegacyClaim, revokeLegacyClaim } from "./commands/open-legacy-claim.server.ts";
export { openLegacyDesk } from "./queries/legacy-desk.server.ts";
export type { ClaimOnDesk, EntityOnDesk, LegacyDesk, RefusedAttempt } from "./queries/legacy-desk.server.ts";
export { listLikelyLegacy } from "./queries/likely-legacy.server.ts";
export type { LikelyLegacy, LikelyLegacyPage } from "./queries/likely-legacy.server.ts";
