// What a log sends to a witness: the size that the witness knows, the proof that nothing was rewritten since, the checkpoint.
// Source: c2sp.org/tlog-witness "add-checkpoint".
import { base64Of, bytesOfBase64 } from "./base64.ts";

export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly note: string;
}

const mostHashes = 63;

/** The body of the request. */
export function writeAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return `old ${oldSize}\n${proof.map((hash) => `${base64Of(hash)}\n`).join("")}\n${note}`;
}

/** Reads the body of a request; undefined when it is malformed. */
export function readAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf("\n\n");
  if (end < 0) return undefined;
  const [old = "", ...encoded] = body.slice(0, end).split("\n");
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(old) ?? [];
  const proof = encoded.map((line) => bytesOfBase64(line)).filter((hash) => hash?.length === 32);
  if (size === undefined || proof.length !== encoded.length || proof.length > mostHashes) return undefined;
  return {
    oldSize: Number(size),
    proof: proof.filter((hash) => hash !== undefined),
    note: body.slice(end + 2),
  };
}
