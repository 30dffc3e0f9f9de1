// One election of ours, made once, that the tests of spoiled archives spoil in one way at a time.
import { expect } from "vitest";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { seededRandom } from "./seeded-random.ts";
import { resigned, withBallot, type LooseBallot } from "./spoil.ts";
import { archiveOf, countBallots, makeElection, type ElectionParts } from "./whole-election.ts";

export const question = { question: "Who?", answers: ["Alice", "Bob", "Carol"], blank: true, min: 1, max: 2 };
export const votes = [
  { voter: 0, selected: [[0, 1]] },
  { voter: 1, selected: [[]] },
  { voter: 0, selected: [[2]] },
];
export const plan = { questions: [question], weights: [2, 3], votes };
export const election = makeElection({ group: "Ed25519", ...plan });
export const other = makeElection({ group: "Ed25519", ...plan, seed: "another election" });
export const belenios = makeElection({ group: "BELENIOS-2048", ...plan, trustees: "single" });
export const single = makeElection({ group: "Ed25519", ...plan, trustees: "single" });
export const honest = archiveOf(election);

/** Points of order 2, 4 and 8, as this protocol writes them. */
export const smallOrderPoints = [
  "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "05fa88e5cf9f23c1ce8d4aecbe8d4f7cbf0b31d6d1fcb2c7d54c21b8ac9f9b26",
];

export function failedChecks(bytes: Uint8Array, previous?: Uint8Array): string[] {
  const report = verifyArchive(bytes, { backend: fastestBackend, ...(previous === undefined ? {} : { previous }) });
  const failed = report.checks
    .filter((check) => check.outcome === "failed")
    .map((check) => `${check.name} ${check.code}`);
  expect(report.verdict).toBe(failed.length === 0 ? "valid" : "invalid");
  return failed;
}

export function recount(parts: ElectionParts, whole = election): ElectionParts {
  return {
    ...parts,
    ...countBallots({
      ...parts,
      secrets: whole.secrets,
      owners: whole.decryptions.map(({ owner }) => owner),
      random: seededRandom("recount"),
    }),
  };
}

export function spoiledBallot(change: (ballot: LooseBallot) => void, whole = election): Uint8Array {
  return archiveOf(withBallot(whole, 0, resigned(whole, 0, whole.codes[0] ?? "", change)));
}

export function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error("an empty list");
  return value;
}

export function editTrustees(
  change: (parameters: Record<string, unknown[]> & { threshold: number }) => void,
): ElectionParts {
  const payload = JSON.parse(election.trustees) as [[string, Record<string, unknown[]> & { threshold: number }]];
  change(payload[0][1]);
  return { ...election, trustees: JSON.stringify(payload) };
}
