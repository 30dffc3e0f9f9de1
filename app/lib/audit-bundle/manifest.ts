// Puts a bundle together, and tells its one hash that everything hangs on.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "../canonical-json/index.ts";
import type { Json } from "../canonical-json/index.ts";
import type {
  ConformityDocument,
  EvidenceDocuments,
  LaterLogDocument,
  ManifestDocument,
  ManifestFile,
  ProclamationDocument,
} from "./documents.ts";
import { archivePath, boxPath } from "./documents.ts";
import type { ZippedFile } from "./zip.ts";
import { writeZip } from "./zip.ts";

const texts = new TextEncoder();

/** A document as it stands in its file. */
export function documentBytes(document: object): Uint8Array {
  return texts.encode(`${canonicalJson(document as Json)}\n`);
}

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

export function manifestFile({ path, bytes }: ZippedFile): ManifestFile {
  return { path, bytes: bytes.length, sha256: hashOf(bytes) };
}

/** The evidence's hash: what a commissioner signs stands for every byte of every file of it. */
export function evidenceHash(files: readonly ManifestFile[]): string {
  const sorted = [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
  return hashOf(texts.encode(canonicalJson(sorted.map((file) => ({ ...file })))));
}

/** What was counted, and the whole box where that is another archive. */
export interface BundledArchives {
  readonly archive: Uint8Array;
  readonly box?: Uint8Array | undefined;
}

/** Documents and archives in the order of their names. */
export function inEvidenceOrder(documents: readonly ZippedFile[], { archive, box }: BundledArchives): ZippedFile[] {
  const archives = [{ path: archivePath, bytes: archive }];
  if (box !== undefined) archives.push({ path: boxPath, bytes: box });
  return [...documents, ...archives].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** The files of the evidence. */
export function evidenceFilesOf(archives: BundledArchives, documents: EvidenceDocuments): ZippedFile[] {
  const files = Object.entries(documents).map(([path, document]) => ({ path, bytes: documentBytes(document) }));
  return inEvidenceOrder(files, archives);
}

export interface BundleParts {
  readonly electionId: string;
  readonly evidence: readonly ZippedFile[];
  readonly conformity: ConformityDocument;
  /** Absent while the result is an interim one. */
  readonly proclamation?: ProclamationDocument | undefined;
  /** Absent until a signed checkpoint covers the proclamation. */
  readonly laterLog?: LaterLogDocument | undefined;
}

/** The whole bundle as one file. The same parts give the same bytes. */
export function writeBundle({ electionId, evidence, conformity, proclamation, laterLog }: BundleParts): Uint8Array {
  const later: ZippedFile[] = [{ path: "conformity.json", bytes: documentBytes(conformity) }];
  if (laterLog !== undefined) later.push({ path: "later-log.json", bytes: documentBytes(laterLog) });
  if (proclamation !== undefined) later.push({ path: "proclamation.json", bytes: documentBytes(proclamation) });
  const evidenceFiles = evidence.map(manifestFile);
  const manifest: ManifestDocument = {
    format: "plenaria-bundle/1",
    electionId,
    stage: proclamation === undefined ? "interim" : "official",
    evidence: evidenceHash(evidenceFiles),
    evidenceFiles,
    laterFiles: later.map(manifestFile),
  };
  return writeZip([...evidence, ...later, { path: "manifest.json", bytes: documentBytes(manifest) }]);
}
