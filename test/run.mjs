// `npm test`: on a fresh machine installs what it lacks, then checks types, lint, dependency rules and format, builds, and runs every test.
// The last line is "N passed, N failed, N skipped"; a failing check counts as one failure. Plain JavaScript: nothing may be installed yet.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  buildPages,
  buildVerifier,
  generateDatabaseClients,
  installPackages,
  root,
} from "../app/processes/prepare.mjs";
import { requireNode } from "../app/processes/require-node.mjs";
import { checks } from "../app/processes/development/checks.mjs";
import { installMissingParts } from "./setup/machine-parts.mjs";

const testsReport = join(root, "test/results/vitest.json");
const leftOutFile = join(root, "test/results/left-out.jsonl");
const minutesForTests = 17;

requireNode();
process.chdir(root);
installPackages();
generateDatabaseClients();
const missingParts = installMissingParts(say);

const failedChecks = [];
for (const outcome of await runTwoAtATime(checks)) if (!outcome.passed) failedChecks.push(outcome);
await timed("build", async () => {
  buildPages();
  buildVerifier();
});
const tests = await runTests();
printSummary();

async function runTwoAtATime(all) {
  const waiting = [...all];
  const outcomes = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) outcomes.push(await runCheck(next));
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

async function runCheck({ name, remedy, parameters }) {
  const { status, output } = await timed(name, () => runNode(parameters, "pipe"));
  const passed = status === 0;
  if (!passed) say(`\n===== FAILED: ${name} =====\n${output.trim()}\n===== ${remedy} =====\n`);
  return { name, remedy, passed };
}

async function runTests() {
  rmSync(testsReport, { force: true });
  rmSync(leftOutFile, { force: true });
  const parameters = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts"];
  const { status } = await timed("tests", () =>
    runNode(parameters, "inherit", { PLENARIA_TEST_RUN: "1" }, minutesForTests),
  );
  return { status, ...countTests() };
}

function countTests() {
  if (!existsSync(testsReport)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(testsReport, "utf8"));
  // Why: a file that cannot even be loaded has no failed test in it, and is a failure.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function printSummary() {
  const leftOut = listLeftOut();
  if (leftOut.length > 0 || missingParts.length > 0) say("\nLEFT OUT of this run:");
  for (const { name, why } of missingParts) say(`  - everything that needs ${name}. ${why}`);
  for (const { part, tests: titles, remedy } of leftOut) say(`  - ${titles}: ${part} is missing. ${remedy}`);
  for (const { name, remedy } of failedChecks) say(`FAILED: ${name}. ${remedy}`);
  const isIncomplete =
    missingParts.length > 0 && (process.env.CI === "true" || process.env.PLENARIA_REQUIRE_ALL === "1");
  if (isIncomplete) say("FAILED: parts of the machine are missing, and this run must have all of them.");
  let failed = tests.failed + failedChecks.length + (isIncomplete ? missingParts.length : 0);
  if (tests.status !== 0 && failed === 0) {
    say("FAILED: the test run ended badly without a failed test; what it said stands above.");
    failed = 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
}

function listLeftOut() {
  if (!existsSync(leftOutFile)) return [];
  const lines = readFileSync(leftOutFile, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return [...new Set(lines)].sort().map((line) => JSON.parse(line));
}

function runNode(parameters, output, environment = {}, minutes = undefined) {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, parameters, {
      stdio: ["ignore", output, output],
      env: { ...process.env, ...environment },
      ...(minutes === undefined ? {} : { timeout: minutes * 60_000 }),
    });
    let text = "";
    for (const stream of [program.stdout, program.stderr]) stream?.on("data", (piece) => (text += piece));
    program.on("error", (error) => resolve({ status: 1, output: String(error) }));
    program.on("close", (status, signal) => {
      if (signal === "SIGTERM" && minutes !== undefined)
        say(`The tests took more than ${minutes} minutes and were stopped.`);
      resolve({ status: status ?? 1, output: text });
    });
  });
}

async function timed(name, work) {
  const started = process.hrtime.bigint();
  const outcome = await work();
  say(`${name}: ${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(1)} s`);
  return outcome;
}

function say(text) {
  console.log(text);
}
