// A list of voters that somebody proposed to import: what the second person approves of it, and the fingerprint of its lines.
// Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two).
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { ListedVoter } from "./voter-list.ts";

/** Nobody of the list is named in it: a decided proposal is kept for ever. */
export const listToImport = z.object({
  voters: z.number(),
  handles: z.number(),
  /** SHA-256 (hex) of the file as it came. */
  sha256: z.string(),
  /** Of its lines as they were read. */
  linesHash: z.string(),
});
export type ListToImport = z.infer<typeof listToImport>;

/** What of a voter the list says; the database gives back the language as a text. */
export type VoterLine = Omit<ListedVoter, "language"> & { readonly language: string };

/** SHA-256 (hex) over the lines, in their order. */
export function hashOfVoters(voters: readonly VoterLine[]): string {
  const lines = voters.map(({ line, handle, organizationName, name, email, language, country, votes }) => ({
    ...{ line, handle, organizationName, name, email, language, country, votes },
  }));
  return hexOf(sha256(utf8ToBytes(canonicalJson(lines))));
}
