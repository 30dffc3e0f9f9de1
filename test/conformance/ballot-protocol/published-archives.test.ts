// The archives that come with the design: whole elections of belenios-tool 2.0 and 3.0, and archives with one fault each.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { pureBackend, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { describeWith, findPart } from "#test/setup/requirements.ts";

const folder = join(findPart("shared data") ?? "", "ballot-archives");

/** Which checks must fail in each faulty archive, by the number of its fault. */
const failures: Readonly<Record<string, readonly string[]>> = {
  "01": ["ballots-individual-proofs"],
  "03": ["ballots-signature"],
  "05": ["encrypted-tally"],
  "07": ["result"],
  "09": ["tally-counts"],
  "10": ["event-order"],
  "18": ["credentials"],
  "21": ["archive-file"],
  "22": ["ballots-canonical"],
};

function listFolder(name: string): string[] {
  return findPart("shared data") === undefined
    ? []
    : readdirSync(join(folder, name)).filter((entry) => /^(?:v\d|\d\d-)/.test(entry));
}

function readArchiveIn(path: string): Uint8Array {
  const file = readdirSync(path).find((entry) => entry.endsWith(".bel")) ?? "";
  return readFileSync(join(path, file));
}

describeWith("shared data", "published archives", () => {
  const faults = listFolder("faults");
  const expected = new Map(
    (faults.length === 0 ? "" : readFileSync(join(folder, "faults/EXPECTED.tsv"), "utf8"))
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .map(([number = "", verdict = ""]) => [number, verdict]),
  );

  // Requirement: CM 17, CM 18
  test.each(faults)("fault archive %s has the verdict that EXPECTED.tsv says", (name) => {
    const report = verifyArchive(readArchiveIn(join(folder, "faults", name)), { backend: fastestBackend });
    const failed = report.checks.filter((check) => check.outcome === "failed").map((check) => check.name);
    expect({ verdict: report.verdict, failed }).toEqual({
      verdict: expected.get(name.slice(0, 2)),
      failed: failures[name.slice(0, 2)] ?? [],
    });
  });

  test.each(listFolder("vectors"))("the tools' own election %s is valid", (name) => {
    const path = join(folder, "vectors", name);
    const report = verifyArchive(readArchiveIn(path), {
      backend: fastestBackend,
      previous: readArchiveIn(join(path, "snap")),
    });
    expect(report.checks.filter((check) => check.outcome === "failed")).toEqual([]);
    expect(report.result).toEqual([
      ["5", "9", "5", "12", "5", "5", "11"],
      ["14", "11", "6"],
    ]);
    expect(report.stage).toBe("result");
  });

  test.each(listFolder("vectors"))("the earlier copy of %s is valid and still open", (name) => {
    const report = verifyArchive(readArchiveIn(join(folder, "vectors", name, "snap")), { backend: fastestBackend });
    expect([report.verdict, report.stage]).toEqual(["valid", "open"]);
  });

  test.each(["01-Ed25519", "03-BELENIOS-2048"])(
    "plain TypeScript finds the same fault in %s as the fast back ends",
    (name) => {
      const bytes = readArchiveIn(join(folder, "faults", name));
      expect(verifyArchive(bytes, { backend: pureBackend }).checks).toEqual(
        verifyArchive(bytes, { backend: fastestBackend }).checks,
      );
    },
  );
});
