// Check manifest: every file of the bundle is listed with its size and hash, nothing else is there, and the evidence has its one hash.
import { archivePath, boxPath, evidencePaths } from "../documents.ts";
import { evidenceHash, hashOf } from "../manifest.ts";
import type { BundleFiles } from "../read-bundle.ts";
import { readDocument } from "../read-bundle.ts";
import { demand } from "../report.ts";

export function checkManifest(files: BundleFiles): string {
  const manifest = readDocument(files, "manifest.json");
  const listed = [...manifest.evidenceFiles, ...manifest.laterFiles];
  const paths = listed.map(({ path }) => path);
  demand(new Set(paths).size === paths.length, "MANIFEST_REPEATS", "a file is listed twice");
  for (const { path, bytes, sha256 } of listed) {
    const found = files.get(path);
    demand(found !== undefined, "FILE_MISSING", `${path} is listed and missing`);
    demand(
      found.length === bytes && hashOf(found) === sha256,
      "FILE_CHANGED",
      `${path} is not the file that is listed`,
    );
  }
  const strange = [...files.keys()].find((path) => path !== "manifest.json" && !paths.includes(path));
  demand(strange === undefined, "FILE_NOT_LISTED", `${strange ?? ""} is not listed`);
  const boxes = files.has(boxPath) ? [boxPath] : [];
  for (const path of [...evidencePaths, archivePath, ...boxes]) {
    const isListed = manifest.evidenceFiles.some((file) => file.path === path);
    demand(isListed, "FILE_MISSING", `${path} is not among the evidence`);
  }
  const own = evidenceHash(manifest.evidenceFiles);
  demand(own === manifest.evidence, "EVIDENCE_HASH_DIFFERS", `the evidence has the hash ${own}`);
  const isOfficial = files.has("proclamation.json");
  demand(manifest.stage === (isOfficial ? "official" : "interim"), "STAGE_UNTRUE", `it calls itself ${manifest.stage}`);
  return `${listed.length} files; evidence ${manifest.evidence}`;
}
