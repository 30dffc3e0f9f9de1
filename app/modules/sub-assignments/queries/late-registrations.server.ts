// What was registered later than seven days after its assignment, in the whole register, for those who watch that the rule is kept.
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { daysToRegister, isLate } from "../domain/registration-deadline.ts";

export interface LateRegistration {
  readonly actId: string;
  readonly prefix: string;
  readonly block: string;
  /** Who held the block then. */
  readonly holder: string;
  readonly handle: string;
  readonly daysTaken: number;
  readonly registeredAt: string;
}

/** Of more, the older ones are left out. */
export const mostLate = 500;

/** The newest first; not what was undone, and nothing that need not be registered. */
export async function listLateRegistrations(context: ReadingContext): Promise<LateRegistration[]> {
  const rows = await context.database.subAssignmentAct.findMany({
    where: { undoneAt: null, daysTaken: { gt: daysToRegister } },
    orderBy: { sequence: "desc" },
    take: mostLate,
  });
  const late = rows.filter(({ prefix: text, daysTaken }) => {
    const prefix = parsePrefix(text);
    return prefix !== undefined && isLate(prefix, daysTaken);
  });
  const holders = await listOrganizationLines(context, [...new Set(late.map(({ blockHolderId }) => blockHolderId))]);
  const holderOf = new Map(holders.map((each) => [each.id, each]));
  return late.map(({ id, prefix, block, blockHolderId, daysTaken, actedAt }) => ({
    ...{ actId: id, prefix, block, daysTaken, registeredAt: actedAt.toISOString() },
    ...{ holder: holderOf.get(blockHolderId)?.name ?? "", handle: holderOf.get(blockHolderId)?.handle ?? "" },
  }));
}
