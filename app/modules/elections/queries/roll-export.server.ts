// The whole public roll as a file: with it anybody computes the root anew.
import { rollEntryHash } from "#app/lib/roll-proof/index.ts";
import type { RollPublicPart } from "#app/lib/roll-proof/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { listPublicParts } from "./roll-tree.server.ts";

/** The members of a leaf in the order in which its canonical JSON has them. */
export const leafFields = [
  "category",
  "channel",
  "class",
  "country",
  "handle",
  "name",
  "privateHash",
  "ruleVersion",
  "votes",
] as const satisfies readonly (keyof RollPublicPart)[];

export interface WholeRoll {
  readonly format: "plenaria-roll/1";
  readonly electionId: string;
  readonly rollVersion: number;
  readonly root: string;
  readonly fields: readonly string[];
  /** In the order of the tree. */
  readonly entries: readonly (RollPublicPart & { readonly leafHash: string })[];
}

/** Undefined while nothing is frozen. */
export async function listWholeRoll(context: ReadingContext, electionId: string): Promise<WholeRoll | undefined> {
  const election = await context.database.election.findUnique({
    where: { id: electionId },
    select: { rollRoot: true, rollVersion: true },
  });
  if (!election?.rollRoot) return undefined;
  const parts = await listPublicParts(context, electionId);
  return {
    format: "plenaria-roll/1",
    electionId,
    rollVersion: election.rollVersion,
    root: election.rollRoot,
    fields: leafFields,
    entries: parts.map((part) => ({ ...part, leafHash: rollEntryHash(part) })),
  };
}
