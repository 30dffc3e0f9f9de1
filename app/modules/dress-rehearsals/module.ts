// What the dress-rehearsals module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type DressRehearsalPermission = "dress-rehearsals:begin" | "dress-rehearsals:read" | "dress-rehearsals:sign";

export const permissions: PermissionTable<DressRehearsalPermission> = {
  "dress-rehearsals:begin": ["administrator", "staff"],
  "dress-rehearsals:read": ["administrator", "staff", "commission", "auditor"],
  "dress-rehearsals:sign": ["commission"],
};
