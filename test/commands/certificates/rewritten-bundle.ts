// A bundle as a forger rewrites it: one fact is another, and every hash around it is made to fit as well as can be.
import type { ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { readZip } from "#app/lib/audit-bundle/index.ts";
import type { ArchiveRecord } from "#app/lib/ballot-protocol/index.ts";
import { archiveBytes, readArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Documents } from "./taken-apart.ts";
import { bundleOf, documentsIn } from "./taken-apart.ts";

export type { Documents } from "./taken-apart.ts";

export interface Rewriting {
  readonly forge?: (documents: Documents) => unknown;
  readonly forgeBox?: (records: ArchiveRecord[]) => ArchiveRecord[];
}

export function filesOf(bundle: Uint8Array): ZippedFile[] {
  const read = readZip(bundle);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** Rewrites the bundle with everything that a forger can compute. */
export function rewrittenBundle(files: readonly ZippedFile[], { forge, forgeBox }: Rewriting): Uint8Array {
  const documents = documentsIn(files);
  forge?.(documents);
  const old = files.find(({ path }) => path === "archive.bel")!.bytes;
  const { records, timestamp } = expectOk(readArchive(old));
  const archive = forgeBox === undefined ? old : archiveBytes(timestamp, forgeBox(records.slice(1)));
  return bundleOf(documents, archive);
}
