// The five lines of the page give the root of a published roll, run as a person runs them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rollRoot } from "#app/lib/roll-proof/index.ts";
import { recomputeRootProgram } from "./recompute-root.ts";

const fields = ["category", "channel", "class", "country", "handle", "name", "privateHash", "ruleVersion", "votes"];

// Requirement: CM 48, CM 39
test("anybody computes the root from the published file with Node alone, in five lines", () => {
  expect(recomputeRootProgram.split("\n")).toHaveLength(5);
  expect(recomputeRootProgram).not.toContain("'");
  for (const size of [1, 2, 3, 7, 12]) {
    const entries = Array.from({ length: size }, (_, place) => ({
      handle: `HN-${String(place).padStart(4, "0")}-X`,
      name: `Organización "${place}" São José\u2028`,
      country: "HN",
      class: "active-a",
      category: "medium",
      votes: place + 1,
      ruleVersion: "default",
      channel: place % 2 === 0 ? "account" : "link",
      privateHash: "ab".repeat(32),
    }));
    const folder = mkdtempSync(join(tmpdir(), "roll-"));
    writeFileSync(join(folder, "roll.json"), JSON.stringify({ fields, entries }));
    const printed = execFileSync(process.execPath, ["-e", recomputeRootProgram], { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(printed.trim()).toBe(rollRoot(entries));
  }
});
