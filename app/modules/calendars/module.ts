// What the calendars module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CalendarsPermission = "calendars:change" | "calendars:publish";

export const permissions: PermissionTable<CalendarsPermission> = {
  /** Before it is published. Afterwards two people change it together. */
  "calendars:change": ["administrator", "staff", "commission"],
  /** Propose: a commissioner approves. */
  "calendars:publish": ["administrator", "staff"],
};
