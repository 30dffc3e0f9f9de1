// Checks log-checkpoint and log-entries: the log signed a tree, the witnesses cosigned it, and the entries about this election are
// leaves of it that say the same as the documents.
import { bytesOfHex, leafHash, verifyInclusion } from "../../merkle-tree/index.ts";
import { openNote, readCheckpoint, readCosignature, readVerificationKey } from "../../signed-note/index.ts";
import type { Checkpoint } from "../../signed-note/index.ts";
import type { LogDocument } from "../documents.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import type { LeftOut } from "../report.ts";
import { demand } from "../report.ts";

export function checkLogCheckpoint(documents: ReadDocuments): string | LeftOut {
  const log = documents["log.json"];
  if (log.checkpoint === "") return { leftOut: "the bundle has no signed checkpoint" };
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

export function checkLogEntries(documents: ReadDocuments, _archive: ArchiveParts | undefined): string | LeftOut {
  const log = documents["log.json"];
  if (log.checkpoint === "") return { leftOut: "the bundle has no signed checkpoint" };
  const { root, size } = openCheckpoint(log);
  for (const { index, leaf, path } of log.entries) {
    const proof = path.map((hash) => bytesOfHex(hash));
    const isIncluded = verifyInclusion({ leaf: leafHash(leaf), index, size, root, proof });
    demand(isIncluded, "LOG_ENTRY_NOT_INCLUDED", `entry ${index} is not in the log that was signed`);
  }
  return `${log.entries.length} entries are in the log`;
}
