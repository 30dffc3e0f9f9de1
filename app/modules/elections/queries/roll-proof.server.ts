// The proof of one organisation's entry, for its own contacts: the entry, its private part with the salt, and the way to the root.
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { RollProof } from "#app/lib/roll-proof/index.ts";
import { rollProofFormat, rollTreeOf } from "#app/lib/roll-proof/index.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { privatePartOf, publicPartOf } from "../domain/roll-parts.ts";
import { listPublicParts, onRoll } from "./roll-tree.server.ts";

export interface ProvableEntry {
  readonly rollEntryId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
}

/** The entries whose proof a person may see: those she votes for, and those of organisations that she is a contact of now. */
export async function listProvableEntries(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<ProvableEntry[]> {
  const organizations = await listOrganizationsOfContact(context, accountId);
  const rows = await context.database.rollEntry.findMany({
    where: {
      electionId,
      ...onRoll,
      OR: [
        { contactAccountId: accountId },
        { organizationId: { in: organizations.map(({ organization }) => organization.id) } },
      ],
    },
    orderBy: { organizationName: "asc" },
    select: { id: true, organizationHandle: true, organizationName: true },
  });
  return rows.map(({ id, ...names }) => ({ rollEntryId: id, ...names }));
}

/** Undefined when there is no such entry, or it is not this person's to see. */
export async function findRollProof(
  context: ReadingContext,
  wish: { readonly electionId: string; readonly accountId: string; readonly rollEntryId: string },
): Promise<RollProof | undefined> {
  const provable = await listProvableEntries(context, wish);
  if (!provable.some(({ rollEntryId }) => rollEntryId === wish.rollEntryId)) return undefined;
  return proveEntry(context, wish.rollEntryId);
}

/** Whoever asks has been found to be the entry's own. */
export async function proveEntry(context: ReadingContext, rollEntryId: string): Promise<RollProof> {
  const entry = await context.database.rollEntry.findUniqueOrThrow({ where: { id: rollEntryId } });
  const { electionId } = entry;
  const election = await context.database.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { rollRoot: true, rollVersion: true },
  });
  const { tree, indexOf } = rollTreeOf(await listPublicParts(context, electionId));
  const index = indexOf(entry.organizationHandle);
  return {
    format: rollProofFormat,
    electionId,
    rollVersion: election.rollVersion,
    root: election.rollRoot ?? "",
    size: tree.size,
    index,
    public: publicPartOf(entry),
    private: privatePartOf(entry),
    salt: entry.salt,
    path: tree.inclusionProof(index).map(hexOf),
  };
}
