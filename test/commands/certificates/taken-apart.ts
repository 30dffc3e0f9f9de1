// A bundle in its parts, each to be changed, and put together again: what a forger and a hostile administrator both begin and end with.
import type { BundleDocuments, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { documentBytes, writeBundle } from "#app/lib/audit-bundle/index.ts";

/** What is anything (details, changes of a log entry) stays as it is typed. */
export type Mutable<Value> = Value extends readonly (infer Each)[]
  ? Mutable<Each>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Key extends "details" | "changes" ? Value[Key] : Mutable<Value[Key]> }
    : Value;

type Later = "proclamation.json" | "later-log.json";
type Every = Mutable<BundleDocuments>;

/** The documents, each to be changed; those that come last may be taken away. */
export type Documents = Omit<Every, Later> & { [Path in Later]?: Every[Path] };

export function documentsIn(files: readonly ZippedFile[]): Documents {
  const read = files
    .filter(({ path }) => path.endsWith(".json"))
    .map(({ path, bytes }): [string, unknown] => [path, JSON.parse(new TextDecoder().decode(bytes))]);
  return Object.fromEntries(read) as unknown as Documents;
}

/** With a manifest that fits. */
export function bundleOf(documents: Documents, archive: Uint8Array): Uint8Array {
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
