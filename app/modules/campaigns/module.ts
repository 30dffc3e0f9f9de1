// What the campaigns module lets whom do. Nobody may see who has not voted: there is no such permission.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CampaignPermission = "campaigns:read" | "campaigns:write" | "campaigns:deliver";

export const permissions: PermissionTable<CampaignPermission> = {
  "campaigns:read": ["administrator", "staff", "commission", "auditor"],
  /** Write the words, plan, cancel. */
  "campaigns:write": ["administrator", "staff"],
  /** Only the product itself, when the time has come. */
  "campaigns:deliver": [],
};
