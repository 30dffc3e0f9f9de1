// Checks log-checkpoint and log-entries: the log signed a tree, the witnesses cosigned it, and the entries that fixed the roll, the box
// and the result are leaves of it that say the same as the documents.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../canonical-json/index.ts";
import { bytesOfHex, leafHash, verifyInclusion } from "../../merkle-tree/index.ts";
import { openNote, readCheckpoint, readCosignature, readVerificationKey } from "../../signed-note/index.ts";
import type { Checkpoint } from "../../signed-note/index.ts";
import type { LogDocument, LogEntryDocument } from "../documents.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import type { LeftOut } from "../report.ts";
import { demand } from "../report.ts";

const noCheckpoint = { leftOut: "the bundle has no signed checkpoint" };

export function checkLogCheckpoint(documents: ReadDocuments): string | LeftOut {
  const log = documents["log.json"];
  if (log.checkpoint === "") return noCheckpoint;
  const { origin, size } = openCheckpoint(log);
  for (const witness of log.witnesses) {
    const key = readVerificationKey(witness);
    const cosignature = key === undefined ? undefined : readCosignature(log.checkpoint, key);
    demand(cosignature !== undefined, "LOG_WITNESS_MISSING", `${witness} did not cosign`);
  }
  return `${origin} signed a log of ${size} entries, ${log.witnesses.length} witnesses cosigned`;
}

function openCheckpoint(log: LogDocument): Checkpoint {
  const key = readVerificationKey(log.key);
  demand(key !== undefined, "LOG_KEY_MALFORMED", "the log's key cannot be read");
  const opened = openNote(log.checkpoint, [key]);
  demand(opened !== undefined, "LOG_CHECKPOINT_NOT_SIGNED", "the checkpoint does not bear the log's signature");
  const checkpoint = readCheckpoint(opened.text);
  demand(checkpoint !== undefined, "LOG_CHECKPOINT_MALFORMED", "the signed text is no checkpoint");
  return checkpoint;
}

export function checkLogEntries(documents: ReadDocuments, archive: ArchiveParts | undefined): string | LeftOut {
  const log = documents["log.json"];
  if (log.checkpoint === "") return noCheckpoint;
  const checkpoint = openCheckpoint(log);
  for (const [index, entry] of log.entries.entries()) {
    const before = log.entries[index - 1];
    const isInOrder = before === undefined || before.content.sequence < entry.content.sequence;
    demand(isInOrder, "LOG_ORDER", `entry ${entry.content.sequence} stands twice or not in its place`);
    demand(
      isIncluded(entry, checkpoint),
      "LOG_ENTRY_NOT_INCLUDED",
      `entry ${entry.content.sequence} is not in the log`,
    );
  }
  const { changes } = documents["roll-changes.json"];
  requireEntry(documents, "elections:roll-frozen", "rollRoot", changes[0]?.rootBefore ?? documents["roll.json"].root);
  if (archive !== undefined) {
    requireEntry(documents, "elections:box-sealed", "lastEventHash", archive.firstEvent);
    requireEntry(documents, "elections:closed", "lastEventHash", archive.endOfBox);
    requireEntry(documents, "elections:result-published", "lastEventHash", archive.lastEvent);
  }
  return `roll, box and result stand in the log as they stand here`;
}

function isIncluded({ previousHash, content, path }: LogEntryDocument, { size, root }: Checkpoint): boolean {
  const hash = bytesToHex(sha256(utf8ToBytes(`${previousHash}\n${canonicalJson(content)}`)));
  const leaf = leafHash(`{"hash":"${hash}","sequence":${content.sequence}}`);
  return verifyInclusion({ leaf, index: content.sequence - 1, size, root, proof: path.map(bytesOfHex) });
}

/** The log has this act about this election, once, and it says the same. */
function requireEntry(documents: ReadDocuments, action: string, member: string, expected: string): void {
  const { id } = documents["election.json"];
  const found = documents["log.json"].entries.filter(
    ({ content }) => content.action === action && content.subjectId === id,
  );
  demand(found.length === 1, "LOG_ENTRY_MISSING", `the log has ${action} ${found.length} times`);
  const details = found[0]?.content.details as Readonly<Record<string, unknown>> | undefined;
  demand(details?.[member] === expected, "LOG_SAYS_OTHERWISE", `${action}: ${String(details?.[member])}`);
}
