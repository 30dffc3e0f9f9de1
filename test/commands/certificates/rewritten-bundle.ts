// A bundle as a forger rewrites it: one fact is another, and every hash around it is made to fit as well as can be.
import type { BundleDocuments, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { documentBytes, readZip, writeBundle } from "#app/lib/audit-bundle/index.ts";
import type { ArchiveRecord } from "#app/lib/ballot-protocol/index.ts";
import { archiveBytes, readArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";

type Mutable<Value> = Value extends readonly (infer Each)[]
  ? Mutable<Each>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Key extends "details" | "changes" ? Value[Key] : Mutable<Value[Key]> }
    : Value;
type Later = "proclamation.json" | "later-log.json";
type Every = Mutable<Omit<BundleDocuments, "roll-changes.json">>;

/** The documents, each to be changed; those that come last may be taken away. */
export type Documents = Omit<Every, Later> & { [Path in Later]?: Every[Path] };

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
  const documents = Object.fromEntries(
    files.flatMap(({ path, bytes }) =>
      path.endsWith(".json") ? [[path, JSON.parse(new TextDecoder().decode(bytes)) as object]] : [],
    ),
  ) as unknown as Documents;
  forge?.(documents);
  const old = files.find(({ path }) => path === "archive.bel")!.bytes;
  const { records, timestamp } = expectOk(readArchive(old));
  const archive = forgeBox === undefined ? old : archiveBytes(timestamp, forgeBox(records.slice(1)));
  const {
    "manifest.json": manifest,
    "conformity.json": conformity,
    "proclamation.json": proclamation,
    "later-log.json": laterLog,
    ...evidence
  } = documents;
  return writeBundle({
    electionId: manifest.electionId,
    evidence: [
      ...Object.entries(evidence).map(([path, document]) => ({ path, bytes: documentBytes(document) })),
      { path: "archive.bel", bytes: archive },
    ].sort((left, right) => (left.path < right.path ? -1 : 1)),
    ...{ conformity, proclamation, laterLog },
  });
}
