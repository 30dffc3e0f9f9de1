// Prints, at the very end of a run, which tests were left out and why. Silence would read as "all is well".
import type { Reporter } from "vitest/node";
import { forgetLeftOut, listLeftOut } from "./left-out.ts";

export class LeftOutReporter implements Reporter {
  onTestRunStart(): void {
    forgetLeftOut();
  }

  onTestRunEnd(): void {
    const leftOut = listLeftOut();
    // Why: test/run.mjs prints them itself, after everything else.
    if (leftOut.length === 0 || process.env["PLENARIA_TEST_RUN"] === "1") return;
    console.log("\n LEFT OUT of this run:");
    for (const { part, tests, remedy } of leftOut) console.log(`  - ${tests}: ${part} is missing. ${remedy}`);
  }
}
