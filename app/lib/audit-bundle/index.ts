// The audit bundle: everything about one election in one file, and the program that holds all of it against everything else.
export { leastNoticeMs as leastDrawNoticeMs } from "./checks/ties.ts";
export { silentSeats } from "./checks/conformity.ts";
export { auditBundle } from "./audit.ts";
export type { ArchiveVerifier, BundleReport } from "./audit.ts";
export { candidateKey, countContests } from "./contest-count.ts";
export { boundOfContest, disputeBounds } from "./dispute-bounds.ts";
export type { DisputeBound } from "./dispute-bounds.ts";
export * from "./decision-documents.ts";
export * from "./documents.ts";
export { drawOfTie, sameCandidates } from "./tie-draws.ts";
export {
  documentBytes,
  evidenceFilesOf,
  evidenceHash,
  hashOf,
  inEvidenceOrder,
  manifestFile,
  writeBundle,
} from "./manifest.ts";
export type { BundledArchives, BundleParts } from "./manifest.ts";
export { readArchiveParts, readDocuments, filesByPath } from "./read-bundle.ts";
export type { ArchiveParts, ReadDocuments } from "./read-bundle.ts";
export { bundleReportText } from "./report-text.ts";
export { bundleCheckNames } from "./report.ts";
export type { BundleCheck, BundleCheckName, BundleVerdict } from "./report.ts";
export type { KnownToAuditor } from "./known-to-auditor.ts";
export { seatGroundFault, seatGroundHash } from "./seat-ground.ts";
export type { LoggedAct, SeatContest, SeatGround } from "./seat-ground.ts";
export { conformityStatement } from "./statement.ts";
export type { StatementParts } from "./statement.ts";
export { readZip, writeZip } from "./zip.ts";
export type { ZippedFile } from "./zip.ts";
