// A witness's word: at this time, this was the largest checkpoint of that log that I saw, and it only ever appended.
// Source: c2sp.org/tlog-cosignature (cosignature/v1, Ed25519).
import type { Sign } from "./note.ts";
import { isSignedBy, signatureLine, signaturesOf, textOfNote } from "./note.ts";
import type { VerificationKey } from "./verification-key.ts";

export interface Cosignature {
  /** When the witness signed, in seconds since 1970. */
  readonly timestamp: number;
  /** The signature line, with its newline. */
  readonly line: string;
}

/** The signature line by which a witness cosigns the checkpoint. */
export function cosign(note: string, key: VerificationKey, timestamp: number, sign: Sign): string {
  const text = textOfNote(note);
  if (text === undefined) throw new Error("what is to be cosigned is no note");
  if (key.kind !== "cosignature") throw new Error(`${key.name} is not the key of a witness`);
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(timestamp));
  return signatureLine(key, Uint8Array.of(...time, ...sign(signedMessage(text, timestamp))));
}

/** The valid cosignature of that witness on the note, the latest when there are several; undefined when there is none. */
export function readCosignature(note: string, key: VerificationKey): Cosignature | undefined {
  const text = textOfNote(note);
  if (text === undefined || key.kind !== "cosignature") return undefined;
  let latest: Cosignature | undefined;
  for (const { name, id, signature, line } of signaturesOf(note) ?? []) {
    if (name !== key.name || id !== key.id || signature.length !== 72) continue;
    const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength);
    const timestamp = Number(view.getBigUint64(0));
    if (!Number.isSafeInteger(timestamp) || timestamp <= (latest?.timestamp ?? 0)) continue;
    if (isSignedBy(key, signature.subarray(8), signedMessage(text, timestamp))) latest = { timestamp, line };
  }
  return latest;
}

function signedMessage(text: string, timestamp: number): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${timestamp}\n${text}`);
}
