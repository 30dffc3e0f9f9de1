// The hash that ties an entry to the one before it: changing, dropping or inserting an entry breaks every later hash.
import { createHash } from "node:crypto";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";

/** What an audit entry says, in the form in which it is hashed. */
export interface AuditContent {
  readonly sequence: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly changes: Json;
  readonly details: Json;
  /** 128 random bits: without them anybody could try out what an entry may say until its public hash fits. */
  readonly salt: string;
}

/** The hash before the first entry. */
export const emptyLogHash = "0".repeat(64);

/** SHA-256 (hex) over the previous hash and the canonical text of the content. */
export function auditEntryHash(previousHash: string, content: AuditContent): string {
  return createHash("sha256")
    .update(`${previousHash}\n${canonicalJson({ ...content })}`)
    .digest("hex");
}
