// Signed notes, checkpoints, cosignatures, tiles and the witness protocol, byte for byte as existing monitors and witnesses read them.
// Source: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-witness.
export { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
export type { Checkpoint } from "./checkpoint.ts";
export { cosign, readCosignature } from "./cosignature.ts";
export type { Cosignature } from "./cosignature.ts";
export { bundleEntries, bundlePath, readTilePath, splitBundle, tilePath, tileWidth } from "./tiles.ts";
export type { TileAddress } from "./tiles.ts";
export { isKeyName } from "./characters.ts";
export { openNote, signNote, signaturesOf, textOfNote, withSignatures } from "./note.ts";
export type { NoteSignature, OpenedNote, Sign } from "./note.ts";
export { cosignatureKey, noteKey, readVerificationKey, writeVerificationKey } from "./verification-key.ts";
export type { KeyKind, VerificationKey } from "./verification-key.ts";
export { readAddCheckpoint, writeAddCheckpoint } from "./witness-request.ts";
export type { AddCheckpoint } from "./witness-request.ts";
