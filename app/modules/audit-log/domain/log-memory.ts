// What a browser remembers of the log, and what it concludes when the log shows itself again: an equivocation is never passed over.
// Source: c2sp.org/tlog-checkpoint, RFC 9162 §2.1.4.
import { bytesOfHex, verifyConsistency } from "#app/lib/merkle-tree/index.ts";
import type { Checkpoint } from "#app/lib/signed-note/index.ts";
import { openNote, readCheckpoint, readVerificationKey } from "#app/lib/signed-note/index.ts";

export interface Remembered {
  readonly vkey: string;
  /** The signed checkpoint that was seen last. */
  readonly note: string;
}

/** "first": nothing was remembered. "continues": the log only grew, or is the same. The others are what must be shouted. */
export type LogVerdict = "first" | "continues" | "unsigned" | "another-key" | "shrank" | "rewritten";

/** The checkpoint of a note that this key signed. */
export function checkpointOf({ vkey, note }: Remembered): Checkpoint | undefined {
  const key = readVerificationKey(vkey);
  const opened = key && openNote(note, [key]);
  return opened && readCheckpoint(opened.text);
}

/** Compares what the log shows with what is remembered; `proof` (hexadecimal) leads from the one size to the other. */
export function judgeLog(
  remembered: Remembered | undefined,
  shown: Remembered,
  proof: readonly string[] | undefined,
): LogVerdict {
  const now = checkpointOf(shown);
  if (now === undefined) return "unsigned";
  if (remembered === undefined) return "first";
  if (remembered.vkey !== shown.vkey) return "another-key";
  const before = checkpointOf(remembered);
  if (before === undefined) return "first";
  if (now.size < before.size) return "shrank";
  const isContinued = verifyConsistency({
    firstSize: before.size,
    firstRoot: before.root,
    secondSize: now.size,
    secondRoot: now.root,
    proof: (proof ?? []).map(bytesOfHex),
  });
  return isContinued ? "continues" : "rewritten";
}
