// What the notifications module lets whom do. Nobody may read what a mail says: there is no such permission.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type NotificationPermission = "notifications:send-again";

export const permissions: PermissionTable<NotificationPermission> = {
  /** See which mails did not arrive, and send one again. */
  "notifications:send-again": ["administrator", "staff", "commission"],
};
