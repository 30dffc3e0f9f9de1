// The result: how many votes each choice has (SPECIFICATION §8.4).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import { DiscreteLogarithm } from "../primitives/discrete-logarithm.ts";
import type { PublicArithmetic } from "../primitives/group.ts";
import { groupNamed } from "../primitives/groups.ts";
import { asArray, isJsonObject, parseStrictJson } from "../primitives/strict-json.ts";
import { readAll } from "./ballot-format.ts";
import { openTally } from "./combination.ts";
import { electionFingerprint, parseElection } from "./election.ts";
import { readVerifiedFactors, type OwnedPartialDecryption } from "./partial-decryption.ts";
import type { Ciphertext } from "./proofs/disjunction.ts";
import { readTally, type PerChoice } from "./tally.ts";
import { verifyTrusteesPayload, type VerifiedTrustees } from "./trustees/verify-trustees.ts";
import { parseWeight, weightJson } from "./weights.ts";

const largestSearch = 2 ** 40;

/** Reads a result's payload: votes per question and choice. */
export function parseResult(payload: string): number[][] | undefined {
  const value = parseStrictJson(payload);
  return isJsonObject(value) ? readAll(value["result"], (row) => readAll(asArray(row), parseWeight)) : undefined;
}

/** Combines the trustees' partial decryptions into the payload of the result. */
export function combineResult(input: {
  electionPayload: string;
  trusteesPayload: string;
  encryptedTally: string;
  totalWeight: number;
  partialDecryptions: readonly OwnedPartialDecryption[];
}): Result<string, ProtocolRefusal> {
  const election = parseElection(input.electionPayload);
  if (!election.ok) return election;
  const arithmetic = groupNamed(election.value.group);
  const trustees = verifyTrusteesPayload(arithmetic, input.trusteesPayload);
  if (!trustees.ok) return trustees;
  const tally = readTally(arithmetic, input.encryptedTally);
  if (tally === undefined) return refuseWith("TALLY_MALFORMED");
  const numbers = openNumbers(arithmetic, tally, trustees.value, {
    ...input,
    fingerprint: electionFingerprint(input.electionPayload),
    limit: input.totalWeight,
  });
  return numbers.ok ? ok(JSON.stringify({ result: numbers.value.map((row) => row.map(weightJson)) })) : numbers;
}

/** Checks the partial decryptions, combines them, and finds the numbers up to the limit. */
export function openNumbers<Element>(
  arithmetic: PublicArithmetic<Element>,
  tally: PerChoice<Ciphertext<Element>>,
  trustees: VerifiedTrustees<Element>,
  context: {
    readonly fingerprint: string;
    readonly partialDecryptions: readonly OwnedPartialDecryption[];
    readonly limit: number;
  },
): Result<number[][], ProtocolRefusal> {
  if (context.limit > largestSearch) return refuseWith("RESULT_OUT_OF_RANGE");
  const factors = new Map<number, Element[][]>();
  for (const { owner, payload } of context.partialDecryptions) {
    const key = trustees.owners[owner - 1];
    if (key === undefined) return refuseWith("DECRYPTION_OWNER_UNKNOWN", { owner });
    if (factors.has(owner)) return refuseWith("DECRYPTION_OWNER_REPEATED", { owner });
    const verified = readVerifiedFactors(arithmetic, tally, payload, { key, fingerprint: context.fingerprint, owner });
    if (!verified.ok) return verified;
    factors.set(owner, verified.value);
  }
  const opened = openTally(arithmetic, tally, trustees, factors);
  if (!opened.ok) return opened;
  const logarithm = new DiscreteLogarithm(arithmetic, context.limit);
  const numbers = readAll(opened.value, (_, row) =>
    readAll(opened.value[row], (_value, column) => {
      const element = opened.value[row]?.[column];
      return element === undefined ? undefined : logarithm.find(element);
    }),
  );
  return numbers === undefined ? refuseWith("RESULT_OUT_OF_RANGE") : ok(numbers);
}
