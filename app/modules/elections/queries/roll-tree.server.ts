// The entries that stand on a roll now, with the tree over them.
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { RollPublicPart } from "#app/lib/roll-proof/index.ts";
import { rollTreeOf } from "#app/lib/roll-proof/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { publicPartOf } from "../domain/roll-parts.ts";

/** What an entry must be to count: struck ones stay in the table and out of everything else. */
export const onRoll = { struckAt: null } as const;

/** The public columns of an entry. */
export const publicColumns = {
  organizationHandle: true,
  organizationName: true,
  country: true,
  class: true,
  category: true,
  votes: true,
  ruleVersion: true,
  rollChannel: true,
  privateHash: true,
} as const;

/** The public parts in the order of the tree. */
export async function listPublicParts(context: ReadingContext, electionId: string): Promise<RollPublicPart[]> {
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, ...onRoll },
    select: publicColumns,
  });
  return rows.map(publicPartOf).sort((left, right) => (left.handle < right.handle ? -1 : 1));
}

/** The root (hex) over the roll as the table has it. */
export async function computeRollRoot(context: ReadingContext, electionId: string): Promise<string> {
  return hexOf(rollTreeOf(await listPublicParts(context, electionId)).tree.root());
}
