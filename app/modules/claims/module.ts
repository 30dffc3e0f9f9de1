// What the claims module lets whom do. Filing needs no role: every contact of an organisation may.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ClaimPermission = "claims:read-all" | "claims:decide" | "claims:erase-originals";

export const permissions: PermissionTable<ClaimPermission> = {
  /** Read what members wrote before it is published, and who wrote it. */
  "claims:read-all": ["commission", "auditor"],
  /** Strike out, publish, decide. */
  "claims:decide": ["commission"],
  /** Only the product itself, when the time has come. */
  "claims:erase-originals": [],
};
