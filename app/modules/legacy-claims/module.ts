// What the legacy-claims module lets whom do. Claiming needs no role: whoever is signed in and was mailed the password may.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type LegacyClaimPermission = "legacy-claims:administer";

export const permissions: PermissionTable<LegacyClaimPermission> = {
  /** The hostmaster's desk: mark entities, note requests, send and revoke passwords. */
  "legacy-claims:administer": ["administrator", "staff"],
};
