// What was left out of a run and why. Workers append to one file; the reporter and test/run.mjs read it at the end.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = join(fileURLToPath(new URL("../results", import.meta.url)), "left-out.jsonl");

export interface LeftOut {
  /** The missing part: "belenios-tool". */
  readonly part: string;
  /** The tests that did not run because of it. */
  readonly tests: string;
  /** What to do to have them run. */
  readonly remedy: string;
}

/** Whether a missing part is a failure instead of tests left out. */
export function mustHaveAllParts(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return environment["PLENARIA_REQUIRE_ALL"] === "1" || environment["CI"] === "true";
}

/** Notes that tests were left out. */
export function noteLeftOut(leftOut: LeftOut): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(leftOut)}\n`);
}

/** Forgets what earlier runs left out. */
export function forgetLeftOut(): void {
  rmSync(file, { force: true });
}

/** What was left out since the last `forgetLeftOut`, each once. */
export function listLeftOut(): LeftOut[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return [...new Set(lines)].sort().map((line) => JSON.parse(line) as LeftOut);
}
