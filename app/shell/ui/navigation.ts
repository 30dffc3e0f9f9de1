// Which rooms of the house a person is shown the way to.
import type { Viewer } from "#app/modules/accounts/index.ts";
import { linkToApprovals } from "#app/modules/approvals/index.ts";
import { linkToLog } from "#app/modules/audit-log/index.ts";
import { linkToLookup } from "#app/modules/directory/index.ts";
import type { Role } from "#app/platform/permissions/actor.ts";

export interface Way {
  readonly to: string;
  /** The key of its name in the shell's messages. */
  readonly name: string;
  /** How much waits there for this person. */
  readonly waiting?: number;
  /** The parts of its addresses that have a way of their own. */
  readonly without?: readonly string[];
}

/** The main navigation. What it leaves out may still be open; what it shows always is. */
export function waysFor(viewer: Viewer | null, proposalsWaiting = 0): Way[] {
  const holds = (...wanted: Role[]) => viewer?.roles.some((role) => wanted.includes(role)) ?? false;
  return [
    { to: "/elections", name: "navigation.elections" },
    { to: linkToLookup(), name: "navigation.lookup" },
    ...(viewer ? [{ to: "/my", name: "navigation.my" }] : []),
    ...(holds("staff", "administrator") ? [{ to: "/staff", name: "navigation.desk" }] : []),
    ...(holds("commission", "auditor")
      ? [{ to: "/commission", name: "navigation.commission", without: [linkToApprovals(), linkToLog()] }]
      : []),
    ...(holds("commission", "auditor", "administrator") ? [{ to: linkToLog(), name: "navigation.log" }] : []),
    ...(holds("commission", "auditor") || (holds("administrator") && proposalsWaiting > 0)
      ? [{ to: linkToApprovals(), name: "navigation.approvals", waiting: proposalsWaiting }]
      : []),
  ];
}
