// Whether a browser without an account shows both keys of a roll entry: the one made of its voting code, and the one made of the
// second code that only its mail brought. Either alone opens nothing (decision 0010).
import { timingSafeEqual } from "node:crypto";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { accessKeyHashOf } from "../domain/access-key.ts";
import { secondKeyHashOf } from "../domain/second-code.ts";
import { onRoll } from "./roll-tree.server.ts";

/** What the booth of a link shows. */
export interface LinkProof {
  readonly accessKey?: string | undefined;
  readonly secondKey?: string | undefined;
}

export interface ProvableEntry {
  readonly electionId: string;
  readonly accessKeyHash: string | null;
  readonly secondKeyHash: string | null;
  readonly endedKeyHash: string | null;
}

/**
 * "none": nothing that could belong to the entry. "first-only": the code is right, and the second one missing, wrong or replaced.
 * "returned": both are of a mail that was reported as returned.
 */
export function proofOfLink(
  entry: ProvableEntry,
  { accessKey, secondKey }: LinkProof,
): "none" | "first-only" | "returned" | "whole" {
  const { electionId } = entry;
  const hasCode = accessKey !== undefined && isSame(accessKeyHashOf({ electionId, accessKey }), entry.accessKeyHash);
  if (!hasCode) return "none";
  const hash = secondKey === undefined ? "" : secondKeyHashOf({ electionId, secondKey });
  if (isSame(hash, entry.secondKeyHash)) return "whole";
  return isSame(hash, entry.endedKeyHash) ? "returned" : "first-only";
}

/** What whoever shows less than both keys is told. */
export function refusalOfProof(shown: "first-only" | "returned"): "SECOND_CODE_DIFFERS" | "CODE_MAIL_RETURNED" {
  return shown === "returned" ? "CODE_MAIL_RETURNED" : "SECOND_CODE_DIFFERS";
}

/** The same of an entry by its id. */
export async function findProofOfLink(
  context: ReadingContext,
  { electionId, rollEntryId, ...proof }: LinkProof & { readonly electionId: string; readonly rollEntryId: string },
): Promise<ReturnType<typeof proofOfLink>> {
  const entry = await context.database.rollEntry.findFirst({
    where: { id: rollEntryId, electionId, ...onRoll },
    select: { electionId: true, accessKeyHash: true, secondKeyHash: true, endedKeyHash: true },
  });
  return entry === null ? "none" : proofOfLink(entry, proof);
}

/** Security: takes as long for a nearly right value as for a wrong one. */
function isSame(shown: string, kept: string | null): boolean {
  if (kept === null) return false;
  const [left, right] = [Buffer.from(shown, "hex"), Buffer.from(kept, "hex")];
  return left.length === right.length && timingSafeEqual(left, right);
}
