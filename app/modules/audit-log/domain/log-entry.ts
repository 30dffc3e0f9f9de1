// The public entry of the log: which place in the chain has which hash, and nothing of what was done.
// Source: docs/decisions "What the public log shows".
import { leafHash } from "#app/lib/merkle-tree/index.ts";

export interface LogEntry {
  readonly sequence: number;
  readonly hash: string;
}

/** The bytes of the entry as monitors read them: {"hash":"…","sequence":12}. Entry number n of the tree (from 0) has sequence n+1. */
export function logEntryBytes({ sequence, hash }: LogEntry): Uint8Array {
  return new TextEncoder().encode(`{"hash":"${hash}","sequence":${sequence}}`);
}

/** The hash of the leaf. */
export function logLeafHash(entry: LogEntry): Uint8Array {
  return leafHash(logEntryBytes(entry));
}
