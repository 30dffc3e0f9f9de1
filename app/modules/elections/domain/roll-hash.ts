// The fingerprint of a frozen roll: one hash over every entry, so that any later change shows.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { Json } from "#app/lib/canonical-json/index.ts";

export interface RollLine {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly contactAccountId: string;
  readonly contactEmail: string;
  readonly explanation: Json;
}

/** SHA-256 (hex) over the lines in the order of their handles. */
export function rollHashOf(lines: readonly RollLine[]): string {
  const texts = [...lines]
    .sort((left, right) => (left.organizationHandle < right.organizationHandle ? -1 : 1))
    .map((line) =>
      canonicalJson({
        handle: line.organizationHandle,
        name: line.organizationName,
        country: line.country,
        class: line.class,
        category: line.category,
        votes: line.votes,
        contact: line.contactAccountId,
        email: line.contactEmail,
        explanation: line.explanation,
      }),
    );
  return bytesToHex(sha256(utf8ToBytes(texts.join("\n"))));
}
