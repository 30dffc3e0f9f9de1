// How a browser without an account shows that it has a voting code. The key is made from the code; the server keeps only a hash of
// the key, made in the browser that issued the codes, and from neither can anybody compute the code or its credential.
// Why its own words in the hash: the key is another value than the binding key, so that showing one gives nothing away of the other.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What the booth behind the open door shows: 64 hexadecimal digits. */
export function accessKeyOf(input: { readonly electionId: string; readonly code: string }): string {
  return hash(["plenaria-access-key", input.electionId, input.code]);
}

/** What the roll keeps: 64 hexadecimal digits. */
export function accessKeyHashOf(input: { readonly electionId: string; readonly accessKey: string }): string {
  return hash(["plenaria-access-key-hash", input.electionId, input.accessKey]);
}

function hash(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("|"))));
}
