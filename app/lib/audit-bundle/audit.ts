// Audits a bundle: everything that anybody was told about an election, held against everything else and computed again.
import type { VerificationReport } from "../ballot-protocol/index.ts";
import { checkConformity, checkProclamation } from "./checks/conformity.ts";
import { checkCount, checkDecisions, checkTurnout } from "./checks/count.ts";
import { checkElection } from "./checks/election.ts";
import { checkLeftOut } from "./checks/left-out.ts";
import { checkLogKey, checkLogWitnesses, checkNoted } from "./checks/known.ts";
import { checkLaterLog } from "./checks/log-later.ts";
import { checkLogCheckpoint, checkLogEntries } from "./checks/log.ts";
import { checkManifest } from "./checks/manifest.ts";
import { checkRollSignatures } from "./checks/roll-signatures.ts";
import { checkRollChanges, checkRollRoot, checkRollWeights } from "./checks/roll.ts";
import { checkStages } from "./checks/stages.ts";
import { checkTies } from "./checks/ties.ts";
import { archivePath, boxPath } from "./documents.ts";
import type { KnownToAuditor } from "./known-to-auditor.ts";
import { hashOf } from "./manifest.ts";
import type { ArchiveParts, BundleFiles, ReadDocuments } from "./read-bundle.ts";
import { filesByPath, readArchiveParts, readDocuments } from "./read-bundle.ts";
import type { BundleCheck, BundleVerdict } from "./report.ts";
import { BundleLedger, demand } from "./report.ts";
import { readZip } from "./zip.ts";

export interface BundleReport {
  readonly verdict: BundleVerdict;
  /** SHA-256 of the file. */
  readonly bundle: string;
  readonly evidence: string | undefined;
  readonly stage: "interim" | "official" | undefined;
  readonly checks: readonly BundleCheck[];
  /** Everything that the archive's own verification found. */
  readonly archive: VerificationReport | undefined;
  readonly documents: ReadDocuments | undefined;
}

/** How an archive is verified: in this thread, or in many. */
export type ArchiveVerifier = (archive: Uint8Array) => VerificationReport | Promise<VerificationReport>;

/** Runs every check that can be reached; a check that fails stops only those that stand on it. */
export async function auditBundle(
  bytes: Uint8Array,
  verifyArchive: ArchiveVerifier,
  known: KnownToAuditor = {},
): Promise<BundleReport> {
  const ledger = new BundleLedger();
  const files = openFile(ledger, bytes);
  const read = files === undefined ? undefined : openDocuments(ledger, files);
  const archive = files === undefined ? undefined : await openArchive(ledger, files, verifyArchive);
  const box = files?.get(boxPath);
  const boxReport = box === undefined ? undefined : await verifyArchive(box);
  if (files !== undefined && read !== undefined) {
    ledger.run("left-out", () => checkLeftOut(files, read, boxReport));
    runChecks(ledger, read, archive);
    runLogChecks(ledger, read, archive?.parts, known);
    ledger.run("noted", () => checkNoted(hashOf(bytes), read, archive?.parts, known));
  }
  return {
    verdict: ledger.verdict(),
    bundle: hashOf(bytes),
    evidence: read?.["manifest.json"].evidence,
    stage: read?.["manifest.json"].stage,
    checks: ledger.list(),
    archive: archive?.report,
    documents: read,
  };
}

function openFile(ledger: BundleLedger, bytes: Uint8Array): BundleFiles | undefined {
  const zip = readZip(bytes);
  ledger.run("bundle-file", () => {
    demand(zip.ok, zip.ok ? "" : zip.error, "not byte for byte the zip file of its files");
    return `${bytes.length} bytes, SHA-256 ${hashOf(bytes)}`;
  });
  if (!zip.ok) return undefined;
  const files = filesByPath(zip.value);
  ledger.run("manifest", () => checkManifest(files));
  return files;
}

function openDocuments(ledger: BundleLedger, files: BundleFiles): ReadDocuments | undefined {
  let read: ReadDocuments | undefined;
  ledger.run("documents", () => {
    read = readDocuments(files);
    return `${files.size - 1} documents, each canonical JSON of its format`;
  });
  return read;
}

interface OpenedArchive {
  readonly report: VerificationReport;
  readonly parts: ArchiveParts | undefined;
}

async function openArchive(
  ledger: BundleLedger,
  files: BundleFiles,
  verifyArchive: ArchiveVerifier,
): Promise<OpenedArchive> {
  const report = await verifyArchive(files.get(archivePath) ?? new Uint8Array());
  let parts: ArchiveParts | undefined;
  ledger.run("archive", () => {
    const failed = report.checks.filter(({ outcome }) => outcome === "failed").map(({ name }) => name);
    demand(report.verdict === "valid", "ARCHIVE_INVALID", `failed: ${failed.join(", ")}`);
    demand(report.stage === "result", "ARCHIVE_WITHOUT_RESULT", `the archive stands at ${report.stage}`);
    parts = readArchiveParts(files);
    const { ballots, countedBallots, totalWeight } = report.counts;
    return `${report.checks.length} checks hold; ${ballots} ballots, ${countedBallots} count with ${totalWeight} votes`;
  });
  return { report, parts };
}

function runChecks(ledger: BundleLedger, documents: ReadDocuments, archive: OpenedArchive | undefined): void {
  const parts = archive?.parts;
  if (parts !== undefined) ledger.run("election", () => checkElection(documents, parts));
  ledger.run("roll-root", () => checkRollRoot(documents));
  ledger.run("roll-changes", () => checkRollChanges(documents));
  if (parts !== undefined) ledger.run("roll-signatures", () => checkRollSignatures(documents, parts));
  if (parts !== undefined) ledger.run("roll-weights", () => checkRollWeights(documents, parts));
  const report = archive?.report;
  if (report !== undefined && parts !== undefined) {
    ledger.run("turnout", () => checkTurnout(documents, report));
    ledger.run("count", () => checkCount(documents, report));
  }
  ledger.run("decisions", () => checkDecisions(documents));
  if (parts !== undefined) {
    ledger.run("ties", () => checkTies(documents, parts));
    ledger.run("stages", () => checkStages(documents, parts));
    ledger.run("conformity", () => checkConformity(documents, parts));
  }
  ledger.run("proclamation", () => checkProclamation(documents));
}

function runLogChecks(
  ledger: BundleLedger,
  documents: ReadDocuments,
  parts: ArchiveParts | undefined,
  known: KnownToAuditor,
): void {
  ledger.run("log-key", () => checkLogKey(documents, known));
  ledger.run("log-checkpoint", () => checkLogCheckpoint(documents, known));
  ledger.run("log-entries", () => checkLogEntries(documents, parts, known));
  ledger.run("log-later", () => checkLaterLog(documents, known));
  ledger.run("log-witnesses", () => checkLogWitnesses(documents, known));
}
