// How the tests run: one project per kind, so that each can run alone (npm run test:pure, test:commands, …).
// Tests that need nothing stand beside the code; every folder of test/ with tests in it is a kind of its own.
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { TestProjectConfiguration } from "vitest/config";
import { LeftOutReporter } from "./setup/left-out-reporter.ts";
import { OrderOfFiles } from "./setup/order-of-files.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Folders of test/ whose tests need no database: they start faster without one. */
const withoutDatabase = ["architecture", "properties"];
/** Folders of test/ in which one test may be a whole story of a person or a whole election. */
const slow = ["journeys", "conformance", "processes"];
/** Folders of test/ whose files follow each other in one worker and share its modules: loading them took as long as testing them. */
const sharing = ["commands", "architecture"];

const kinds = readdirSync(join(root, "test"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "results")
  .map((entry) => entry.name)
  .filter((name) =>
    readdirSync(join(root, "test", name), { recursive: true }).some((file) => /\.test\.tsx?$/.test(String(file))),
  );

const pure: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "pure",
    isolate: false,
    include: ["app/**/*.test.{ts,tsx}", "emails/**/*.test.{ts,tsx}", "prisma/**/*.test.ts"],
  },
};

/** test/run.mjs counts the tests in this file. */
const reportForRun: ["json", { outputFile: string }][] =
  process.env["PLENARIA_TEST_RUN"] === "1" ? [["json", { outputFile: "test/results/vitest.json" }]] : [];

function projectOf(kind: string): TestProjectConfiguration {
  const timeout = slow.includes(kind) ? 600_000 : 120_000;
  return {
    extends: true,
    test: {
      name: kind,
      isolate: !sharing.includes(kind),
      include: [`test/${kind}/**/*.test.{ts,tsx}`],
      testTimeout: timeout,
      hookTimeout: timeout,
      ...(kind === "commands" ? { setupFiles: ["test/setup/each-file-of-commands.ts"] } : {}),
      globalSetup: withoutDatabase.includes(kind) ? [] : ["test/setup/template-databases.ts"],
    },
  };
}

export default defineConfig({
  root,
  test: {
    root,
    // Why one more than cores: who waits for a database or a browser leaves its core to somebody.
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())) + 1,
    setupFiles: ["test/setup/each-file.ts"],
    exclude: ["node_modules", "build"],
    passWithNoTests: true,
    sequence: { sequencer: OrderOfFiles },
    // Why so long: a loaded build server is slow, and a test that waits for a time asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", new LeftOutReporter(), ...reportForRun],
    // Why: dates and numbers must come from the reader's language and UTC, not from the machine.
    env: { TZ: "America/Tegucigalpa", LANG: "C.UTF-8" },
    projects: [pure, ...kinds.map(projectOf)],
  },
});
