// What a log signs: who it is, how many entries it has, and the root over them. Source: c2sp.org/tlog-checkpoint.
import { base64Of, bytesOfBase64 } from "./base64.ts";

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The text of the note. We write no extension lines: nobody could audit them. */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/** Reads the text of a note as a checkpoint; undefined when it is none. Extension lines of others are passed over. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split("\n");
  const [origin = "", size = "", encoded = ""] = lines;
  const root = bytesOfBase64(encoded);
  const isWhole = lines.length >= 4 && lines.at(-1) === "" && !lines.slice(0, -1).includes("");
  if (!isWhole || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32) return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : undefined;
}
