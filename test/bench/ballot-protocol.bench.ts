// How fast whole archives are verified: 1,000 weighted ballots of six candidates and blank, one to three choices, in both
// groups. BELENIOS-2048 is measured against belenios-tool 2.0 on the same archive in the same run; Ed25519 against the
// figure of the design (9.2 s). Run alone: node --import tsx test/bench/ballot-protocol.bench.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { findCompiledVerifier } from "#app/processes/prepare.mjs";
import { archiveOf, makeElection } from "../conformance/ballot-protocol/support/whole-election.ts";

const ballotCount = 1000;
const designFigure = 9.2;

/** One measured archive. */
export interface ProtocolFigures {
  readonly group: GroupName;
  readonly ballots: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Of all threads; on a busy machine this tells more than the time on the clock. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly comparedWith: string;
  readonly comparedSeconds: number | undefined;
  readonly timesAsFast: number | undefined;
}

/** Makes and verifies both archives, printing as it goes; the verification runs in a process of its own, as users run it. */
export function benchBallotProtocol(print: (line: string) => void = console.log): ProtocolFigures[] {
  const folder = mkdtempSync(join(tmpdir(), "ballot-protocol-bench-"));
  try {
    return (["Ed25519", "BELENIOS-2048"] as const).map((group) => benchGroup(group, folder, print));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchGroup(group: GroupName, parent: string, print: (line: string) => void): ProtocolFigures {
  const folder = mkdtempSync(join(parent, "archive-"));
  const begun = performance.now();
  const { path, bytes } = writeLargeArchive(group, folder);
  print(
    `${group}: made ${ballotCount} ballots in ${((performance.now() - begun) / 1000).toFixed(1)} s (${(bytes / 1e6).toFixed(1)} MB)`,
  );
  const { seconds, peakMegabytes, processorSeconds } = verifyInProcess(path);
  const tool = group === "BELENIOS-2048" ? timeTool(folder) : undefined;
  const comparedSeconds = group === "Ed25519" ? designFigure : tool;
  const comparedWith = group === "Ed25519" ? "the design's figure" : "belenios-tool 2.0";
  const timesAsFast = comparedSeconds === undefined ? undefined : comparedSeconds / seconds;
  const comparison =
    timesAsFast === undefined
      ? `${comparedWith} is missing`
      : `${comparedWith} ${comparedSeconds?.toFixed(1)} s: ${timesAsFast.toFixed(2)} times as fast`;
  print(
    `${group}: verified in ${seconds.toFixed(2)} s (${processorSeconds.toFixed(1)} s of processor time), at most ${peakMegabytes.toFixed(0)} MB; ${comparison}`,
  );
  return {
    group,
    ballots: ballotCount,
    bytes,
    seconds,
    processorSeconds,
    peakMegabytes,
    comparedWith,
    comparedSeconds,
    timesAsFast,
  };
}

function writeLargeArchive(group: GroupName, folder: string): { path: string; bytes: number } {
  const weights = Array.from({ length: ballotCount }, (_, index) => 1 + (index % 7));
  const votes = weights.map((_, voter) => ({
    voter,
    selected: [Array.from({ length: voter % 4 }, (_unused, choice) => (voter + choice) % 6)],
  }));
  const election = makeElection({ group, weights, votes, backend: fastestBackend });
  const archive = archiveOf(election);
  const path = join(folder, `${election.definition.uuid}.bel`);
  writeFileSync(path, archive);
  return { path, bytes: archive.length };
}

/** The whole process is measured, from its start to its end, as `time` would. */
function verifyInProcess(path: string): { seconds: number; peakMegabytes: number; processorSeconds: number } {
  const compiled = findCompiledVerifier();
  if (compiled === undefined)
    throw new Error("the verifier is not compiled: node app/processes/start.mjs --prepare-only");
  const verifier = pathToFileURL(join(compiled, "verify-archive-file.js")).href;
  const script = [
    `const { verifyArchiveFile } = await import(${JSON.stringify(verifier)});`,
    `const report = await verifyArchiveFile(${JSON.stringify(path)});`,
    `console.log(JSON.stringify({ verdict: report.verdict, peak: process.resourceUsage().maxRSS, cpu: process.cpuUsage() }));`,
  ].join("\n");
  const begun = performance.now();
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  const seconds = (performance.now() - begun) / 1000;
  const answer = JSON.parse(run.stdout || "{}") as {
    verdict?: string;
    peak?: number;
    cpu?: { user: number; system: number };
  };
  if (answer.verdict !== "valid") throw new Error(`the archive was not found valid: ${run.stdout}${run.stderr}`);
  const processorSeconds = ((answer.cpu?.user ?? 0) + (answer.cpu?.system ?? 0)) / 1e6;
  return { seconds, peakMegabytes: (answer.peak ?? 0) / 1024, processorSeconds };
}

function timeTool(folder: string): number | undefined {
  const begun = performance.now();
  const run = spawnSync("belenios-tool", ["election", "verify", "--dir", folder], { encoding: "utf8" });
  if (run.error !== undefined) return undefined;
  if (run.status !== 0) throw new Error(`belenios-tool refuses the archive: ${run.stderr}`);
  return (performance.now() - begun) / 1000;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) benchBallotProtocol();
