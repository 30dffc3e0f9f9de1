// What the mandates module lets whom do. Giving one's own organisation's vote into other hands needs no role but being its contact.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type MandatePermission = "mandates:set-rules";

export const permissions: PermissionTable<MandatePermission> = {
  "mandates:set-rules": ["administrator", "staff"],
};
