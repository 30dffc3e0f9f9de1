// The digests of DS records, by the system's library.
import { createHash } from "node:crypto";
import type { Digest } from "../domain/ds-record.ts";

/** Source: RFC 4509 §2.1 (2), RFC 6605 §2 (4). */
export const zoneDigest: Digest = (digestType, bytes) =>
  createHash(digestType === 4 ? "sha384" : "sha256")
    .update(bytes)
    .digest("hex")
    .toUpperCase();
