// Shows that a voting code was issued to an organisation, without telling which credential the code makes: nobody can compute the
// credential from the tag, because the tag needs the code. When a ballot is cast, the booth shows the binding key (also made from
// the code); the server checks that it fits the entry's tag and the ballot's credential, and forgets it. So a code that was stolen
// from another organisation does not work in the wrong hands, and no table joins entry and ballot (decision 0007).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What the booth shows when it casts: 64 hexadecimal digits. */
export function bindingKeyOf(input: { readonly electionId: string; readonly code: string }): string {
  return hash(["plenaria-binding-key", input.electionId, input.code]);
}

/** What the roll keeps: 64 hexadecimal digits. */
export function eligibilityTagOf(input: {
  readonly bindingKey: string;
  readonly rollEntryId: string;
  readonly publicCredential: string;
}): string {
  return hash(["plenaria-eligibility-tag", input.bindingKey, input.rollEntryId, input.publicCredential]);
}

function hash(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("|"))));
}
