// What the notifications module lets whom do. Nobody may read what a mail says: there is no such permission.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type NotificationPermission =
  "notifications:send-again" | "notifications:import-bounces" | "notifications:erase";

export const permissions: PermissionTable<NotificationPermission> = {
  /** See which mails did not arrive, and send one again. */
  "notifications:send-again": ["administrator", "staff", "commission"],
  /** Take reports of returned mail in. */
  "notifications:import-bounces": ["administrator"],
  /** Erase the addresses of mails whose time is over: only the product itself. */
  "notifications:erase": [],
};
