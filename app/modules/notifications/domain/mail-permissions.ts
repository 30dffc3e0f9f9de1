// Who may look after mails that did not arrive.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export const mailPermissions = {
  /** See which mails failed, and send one again. */
  "notifications:send-again": ["administrator", "staff", "commission"],
} satisfies PermissionTable<string>;
