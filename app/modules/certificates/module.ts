// What the certificates module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CertificatePermission = "certificates:assemble" | "certificates:sign" | "certificates:read-desk";

export const permissions: PermissionTable<CertificatePermission> = {
  /** Put the evidence together again after a decision; the product itself does it too. */
  "certificates:assemble": ["commission"],
  "certificates:sign": ["commission"],
  "certificates:read-desk": ["commission", "auditor"],
};
