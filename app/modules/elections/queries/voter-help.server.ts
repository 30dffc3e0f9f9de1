// What a commission member needs to help a voter: the votes by hand that two members have allowed, and one entry of the roll with
// what its code is checked against. And, behind the open door, the entry of whoever shows the keys of its mail.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { accessKeyHashOf } from "../domain/access-key.ts";
import { permissions } from "../module.ts";
import type { BoothEntry } from "./booth.server.ts";
import type { LinkProof } from "./link-proof.server.ts";
import { proofOfLink, refusalOfProof } from "./link-proof.server.ts";
import { onRoll } from "./roll-tree.server.ts";
import { ownEntryOf } from "./voter.server.ts";

/** A vote that may be entered by hand. */
export interface AllowedVote {
  readonly entry: BoothEntry;
  readonly reason: string;
  readonly isCast: boolean;
}

/** Every vote by hand of an election, in the order of their approval. */
export async function listAssistedVotes(context: Context, electionId: string): Promise<AllowedVote[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const allowed = await context.database.assistedVote.findMany({
    where: { electionId },
    orderBy: { approvedAt: "asc" },
  });
  const rows = await context.database.rollEntry.findMany({
    where: { id: { in: allowed.map(({ rollEntryId }) => rollEntryId) } },
  });
  return allowed.flatMap(({ rollEntryId, reason, isCast }) => {
    const row = rows.find(({ id }) => id === rollEntryId);
    return row === undefined
      ? []
      : [{ entry: { ...ownEntryOf(row), eligibilityTag: row.eligibilityTag }, reason, isCast }];
  });
}

/** The roll entry whose code and second code the keys were made from. */
export async function findEntryOfCode(
  context: ReadingContext,
  { electionId, accessKey, secondKey }: { readonly electionId: string } & LinkProof,
): Promise<Result<BoothEntry, Refusal<"CODE_OF_NOBODY" | "SECOND_CODE_DIFFERS" | "CODE_MAIL_RETURNED">>> {
  if (accessKey === undefined) return refuse("CODE_OF_NOBODY");
  const row = await context.database.rollEntry.findFirst({
    where: { electionId, ...onRoll, accessKeyHash: accessKeyHashOf({ electionId, accessKey }) },
  });
  const shown = row === null ? "none" : proofOfLink(row, { accessKey, secondKey });
  if (row === null || shown === "none") return refuse("CODE_OF_NOBODY");
  // Security: who only has the code, as the keeper of their list, learns nothing of the entry; not even whether it has voted.
  if (shown !== "whole") return refuse(refusalOfProof(shown));
  return ok({ ...ownEntryOf(row), eligibilityTag: row.eligibilityTag });
}
