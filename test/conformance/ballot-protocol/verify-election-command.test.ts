// The command that verifies a published file, as somebody runs it who has the file and nothing else; and the worker threads.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { runVerifyElection } from "#app/lib/ballot-protocol/command-line/verify-election.ts";
import { verifyArchive, type VerificationReport } from "#app/lib/ballot-protocol/index.ts";
import { verifyArchiveFile } from "#app/lib/ballot-protocol/verification/verify-archive-file.node.ts";
import { archiveOf, makeElection } from "./support/whole-election.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-election-"));
const election = makeElection({ group: "Ed25519" });
const archivePath = writeInFolder("election.bel", archiveOf(election));
const spoiledPath = writeInFolder("spoiled.bel", archiveOf({ ...election, result: '{"result":[[9,9,9,9,9,9,9]]}' }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeInFolder(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run(path: string, options: { previousPath?: string; json?: boolean } = {}) {
  const said = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof said) => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const code = await runVerifyElection({
    archivePath: path,
    json: false,
    isTerminal: false,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    ...options,
  });
  return { code, ...said };
}

test("a valid archive gives exit code 0 and a list of all checks with the result", async () => {
  const { code, stdout, stderr } = await run(archivePath);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("VALID: every check holds.");
  expect(stdout).toMatch(/ok {6}ballots-signature/);
  expect(stdout).toMatch(/2 {2}\(blank\)/);
});

test("an invalid archive gives exit code 1 and names the check and its code", async () => {
  const { code, stdout } = await run(spoiledPath);
  expect(code).toBe(1);
  expect(stdout).toMatch(/FAILED {2}result +RESULT_MISMATCH/);
  expect(stdout).not.toContain("(blank)");
});

test("with --json the whole report is on standard output and nothing else", async () => {
  const { code, stdout } = await run(spoiledPath, { json: true });
  const report = JSON.parse(stdout) as VerificationReport;
  expect([code, report.verdict, report.backend]).toEqual([1, "invalid", "WebAssembly, one thread"]);
});

test("an earlier copy of the archive is compared", async () => {
  expect((await run(spoiledPath, { previousPath: archivePath })).stdout).toContain("ARCHIVE_NOT_A_CONTINUATION");
});

test.each<[string, string, RegExp]>([
  ["a file that is not there", join(folder, "nothing.bel"), /cannot be read \(ENOENT\)/],
  ["a file that is no archive", writeInFolder("picture.png", "x".repeat(2048)), /is not an election archive/],
  ["an empty file", writeInFolder("empty.bel", ""), /is not an election archive/],
])("%s gives exit code 2 and says what to do on standard error", async (_, path, message) => {
  const { code, stdout, stderr } = await run(path);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test("worker threads find what one thread finds, in the same order, and tell their progress", async () => {
  const weights = Array.from({ length: 121 }, (_, index) => index % 5);
  const votes = weights.map((_, voter) => ({ voter, selected: [[voter % 2]] }));
  const questions = [{ question: "Yes?", answers: ["Yes", "No"], blank: false, min: 1, max: 1 }];
  const large = makeElection({
    group: "Ed25519",
    weights,
    votes,
    questions,
    trustees: "single",
    backend: fastestBackend,
  });
  const swapped = [
    large.ballots[0] ?? "",
    ...large.ballots.slice(1, 119),
    ...large.ballots.slice(119).map((ballot) => ballot.replace(/"response":"\d/, '"response":"1')),
  ];
  const bytes = archiveOf({ ...large, ballots: swapped });
  const path = writeInFolder("large.bel", bytes);
  const steps: number[] = [];
  const inThreads = await verifyArchiveFile(path, { workers: 2, onProgress: (done) => void steps.push(done) });
  expect(inThreads).toEqual({
    ...verifyArchive(bytes, { backend: fastestBackend }),
    backend: "WebAssembly, 2 worker threads",
  });
  expect(inThreads.verdict).toBe("invalid");
  expect(steps.length).toBe(7);
  expect(steps.at(-1)).toBe(121);
});
