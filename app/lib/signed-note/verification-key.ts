// Who signed: names, key IDs and "vkeys" of Ed25519 keys, of logs (type 0x01) and of witnesses (type 0x04).
// Source: c2sp.org/signed-note "Verifier keys", c2sp.org/tlog-cosignature.
import { sha256 } from "@noble/hashes/sha2.js";
import { base64Of, bytesOfBase64 } from "./base64.ts";
import { isKeyName } from "./characters.ts";

/** "note": signs the text of a note. "cosignature": a witness's timestamped cosignature. */
export type KeyKind = "note" | "cosignature";

export interface VerificationKey {
  readonly name: string;
  readonly kind: KeyKind;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
  /** The first four bytes of the hash over name, kind and key, in hexadecimal digits. */
  readonly id: string;
}

const typeOf = { note: 1, cosignature: 4 } as const;

/** The key by which a log signs notes. */
export function noteKey(name: string, publicKey: Uint8Array): VerificationKey {
  return keyOf(name, "note", publicKey);
}

/** The key by which a witness cosigns. */
export function cosignatureKey(name: string, publicKey: Uint8Array): VerificationKey {
  return keyOf(name, "cosignature", publicKey);
}

/** The text to copy: name+id+base64(type ‖ key). */
export function writeVerificationKey({ name, kind, publicKey, id }: VerificationKey): string {
  return `${name}+${id}+${base64Of(Uint8Array.of(typeOf[kind], ...publicKey))}`;
}

/** Reads a vkey; undefined when it is none, is of another algorithm, or does not bear its own ID. */
export function readVerificationKey(text: string): VerificationKey | undefined {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33) return undefined;
  const kind = (["note", "cosignature"] as const).find((one) => typeOf[one] === bytes[0]);
  if (kind === undefined) return undefined;
  const key = keyOf(name, kind, bytes.slice(1));
  return key.id === id ? key : undefined;
}

function keyOf(name: string, kind: KeyKind, publicKey: Uint8Array): VerificationKey {
  if (!isKeyName(name)) throw new Error(`"${name}" cannot be the name of a key: it is empty, or has a space or a plus`);
  if (publicKey.length !== 32) throw new Error(`an Ed25519 public key has 32 bytes, not ${publicKey.length}`);
  const hashed = sha256
    .create()
    .update(new TextEncoder().encode(`${name}\n`))
    .update(Uint8Array.of(typeOf[kind]))
    .update(publicKey)
    .digest();
  const id = [...hashed.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, kind, publicKey, id };
}
