// What the campaigns module lets whom do. Nobody may see who has not voted: there is no such permission.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CampaignPermission = "campaigns:read" | "campaigns:write" | "campaigns:approve" | "campaigns:deliver";

export const permissions: PermissionTable<CampaignPermission> = {
  "campaigns:read": ["administrator", "staff", "commission", "auditor"],
  /** Write the words, plan, cancel. */
  "campaigns:write": ["administrator", "staff"],
  /** A mail in our own words to many: it is the commission that speaks to the members. */
  "campaigns:approve": ["commission"],
  /** Only the product itself, when the time has come. */
  "campaigns:deliver": [],
};
