// Names a trustee's certificate in the decision that made it void.
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "#app/lib/merkle-tree/index.ts";

export function hashOfCertificate(certificate: string): string {
  return hexOf(sha256(new TextEncoder().encode(certificate)));
}
