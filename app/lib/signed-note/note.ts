// A text that ends in a newline, an empty line, and signature lines. Source: c2sp.org/signed-note "Format", "Signatures".
import { ed25519 } from "@noble/curves/ed25519.js";
import { base64Of, bytesOfBase64 } from "./base64.ts";
import { hasForbiddenCharacter, isKeyName } from "./characters.ts";
import type { VerificationKey } from "./verification-key.ts";

/** Signs bytes with an Ed25519 key that only the caller knows. */
export type Sign = (message: Uint8Array) => Uint8Array;

export interface NoteSignature {
  readonly name: string;
  /** Hexadecimal, as in VerificationKey. */
  readonly id: string;
  readonly signature: Uint8Array;
  /** The whole line, with its newline. */
  readonly line: string;
}

export interface OpenedNote {
  readonly text: string;
  /** The signatures of the keys that were asked for; at least one, and all valid. */
  readonly signatures: readonly NoteSignature[];
}

const mostSignatures = 100;
const encoder = new TextEncoder();

/** The note over `text`, signed by one key of kind "note". */
export function signNote(text: string, key: VerificationKey, sign: Sign): string {
  if (!isNoteText(text)) throw new Error("a note is UTF-8 text without control characters that ends in a newline");
  if (key.kind !== "note") throw new Error(`${key.name} is a witness's key: it cosigns, it does not sign notes`);
  return `${text}\n${signatureLine(key, sign(encoder.encode(text)))}`;
}

/** The text and the signatures of the keys that are known; undefined when none of them signed, or one of theirs is false. */
export function openNote(note: string, known: readonly VerificationKey[]): OpenedNote | undefined {
  const text = textOfNote(note);
  const written = signaturesOf(note);
  if (text === undefined || written === undefined) return undefined;
  const signatures: NoteSignature[] = [];
  for (const signature of written) {
    const key = known.find(({ name, id, kind }) => kind === "note" && name === signature.name && id === signature.id);
    if (key === undefined || signatures.some(({ name, id }) => name === key.name && id === key.id)) continue;
    if (!isSignedBy(key, signature.signature, encoder.encode(text))) return undefined;
    signatures.push(signature);
  }
  return signatures.length === 0 ? undefined : { text, signatures };
}

/** The text of a note whose signatures nobody has looked at; undefined when it is no note. */
export function textOfNote(note: string): string | undefined {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  return end > 0 && isNoteText(text) ? text : undefined;
}

/** All signature lines, unverified; undefined when one of them is malformed, or there are none or too many. */
export function signaturesOf(note: string): NoteSignature[] | undefined {
  const lines = note.slice(note.lastIndexOf("\n\n") + 2).split("\n");
  if (lines.pop() !== "" || lines.length === 0 || lines.length > mostSignatures) return undefined;
  const signatures = lines.map(readSignatureLine);
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined;
}

/** The note with further signature lines; a line that it has already is not added again. */
export function withSignatures(note: string, lines: readonly string[]): string {
  const missing = lines.filter((line) => !note.includes(line));
  return note + missing.join("");
}

/** One signature line of a key, with its newline. */
export function signatureLine({ name, id }: VerificationKey, signature: Uint8Array): string {
  const idBytes = [0, 2, 4, 6].map((at) => Number.parseInt(id.slice(at, at + 2), 16));
  return `— ${name} ${base64Of(Uint8Array.of(...idBytes, ...signature))}\n`;
}

/** Whether an Ed25519 signature is valid. */
export function isSignedBy(key: VerificationKey, signature: Uint8Array, message: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    // Why strict: RFC 8032 and what other implementations accept, no more.
    return ed25519.verify(signature, message, key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function readSignatureLine(line: string): NoteSignature | undefined {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  const id = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, id, signature: bytes.subarray(4), line: `${line}\n` };
}

function isNoteText(text: string): boolean {
  return text.endsWith("\n") && !hasForbiddenCharacter(text);
}
