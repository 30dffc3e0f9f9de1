// What both logs of a bundle have in common: a checkpoint that the log's key signed, and entries that are leaves of its tree.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../canonical-json/index.ts";
import { bytesOfHex, leafHash, verifyInclusion } from "../../merkle-tree/index.ts";
import { openNote, readCheckpoint, readCosignature, readVerificationKey } from "../../signed-note/index.ts";
import type { Checkpoint } from "../../signed-note/index.ts";
import type { LogEntryDocument } from "../documents.ts";
import { demand } from "../report.ts";

/** The checkpoint of a note that this key (a vkey) signed. */
export function openCheckpoint(note: string, vkey: string): Checkpoint {
  const key = readVerificationKey(vkey);
  demand(key !== undefined, "LOG_KEY_MALFORMED", "the log's key cannot be read");
  const opened = openNote(note, [key]);
  demand(opened !== undefined, "LOG_CHECKPOINT_NOT_SIGNED", `the checkpoint does not bear the signature of ${vkey}`);
  const checkpoint = readCheckpoint(opened.text);
  demand(checkpoint !== undefined, "LOG_CHECKPOINT_MALFORMED", "the signed text is no checkpoint");
  return checkpoint;
}

/** Whether the witness with this vkey cosigned the note. */
export function hasCosigned(note: string, vkey: string): boolean {
  const key = readVerificationKey(vkey);
  return key !== undefined && readCosignature(note, key) !== undefined;
}

/** Every witness that a log names cosigned its checkpoint. */
export function demandCosigned(note: string, witnesses: readonly string[]): void {
  for (const witness of witnesses)
    demand(hasCosigned(note, witness), "LOG_WITNESS_MISSING", `${witness} did not cosign`);
}

/** Every entry is in the tree of the checkpoint, each once and in their order. */
export function demandIncluded(entries: readonly LogEntryDocument[], checkpoint: Checkpoint): void {
  for (const [index, entry] of entries.entries()) {
    const { sequence } = entry.content;
    const before = entries[index - 1];
    const isInOrder = before === undefined || before.content.sequence < sequence;
    demand(isInOrder, "LOG_ORDER", `entry ${sequence} stands twice or not in its place`);
    demand(isIncluded(entry, checkpoint), "LOG_ENTRY_NOT_INCLUDED", `entry ${sequence} is not in the log`);
  }
}

function isIncluded({ previousHash, content, path }: LogEntryDocument, { size, root }: Checkpoint): boolean {
  const hash = bytesToHex(sha256(utf8ToBytes(`${previousHash}\n${canonicalJson(content)}`)));
  const leaf = leafHash(`{"hash":"${hash}","sequence":${content.sequence}}`);
  return verifyInclusion({ leaf, index: content.sequence - 1, size, root, proof: path.map(bytesOfHex) });
}

/** What an entry says of itself. */
export function detailsOf({ content }: LogEntryDocument): Readonly<Record<string, unknown>> {
  return (content.details ?? {}) as Readonly<Record<string, unknown>>;
}

/** The entries of this act about this election. */
export function entriesOfAct(
  entries: readonly LogEntryDocument[],
  { action, electionId }: { readonly action: string; readonly electionId: string },
): LogEntryDocument[] {
  return entries.filter(({ content }) => content.action === action && content.subjectId === electionId);
}

/** The log names people as "name (identifier)". */
export function isOf({ content }: LogEntryDocument, name: string): boolean {
  return content.actorKind === "person" && content.actorId !== null && content.actorName.startsWith(`${name} (`);
}
