// The encrypted tally: the product of all counted ballots, each raised to its weight (SPECIFICATION §8.1).
import { expectOk } from "../../result/index.ts";
import type { PublicArithmetic, VerificationBackend } from "../primitives/group.ts";
import { pureBackend } from "../primitives/groups.ts";
import { asArray, parseStrictJson } from "../primitives/strict-json.ts";
import { hashHex } from "../primitives/transcript.ts";
import { parseBallot, readAll, readCiphertext, type CiphertextTexts } from "./ballot-format.ts";
import { parseCredentials } from "./credential-list.ts";
import { parseElection } from "./election.ts";
import type { Ciphertext } from "./proofs/disjunction.ts";
import { choiceCount, type HomomorphicQuestion } from "./question.ts";
import { weightJson } from "./weights.ts";

/** A table of something for each choice of each question. */
export type PerChoice<Value> = readonly (readonly Value[])[];

/** Multiplies ballots together. Ballots of one weight are multiplied first and raised once. */
export class TallyAccumulator<Element> {
  private readonly arithmetic: PublicArithmetic<Element>;
  private readonly questions: readonly HomomorphicQuestion[];
  private readonly byWeight = new Map<number, Ciphertext<Element>[][]>();

  constructor(arithmetic: PublicArithmetic<Element>, questions: readonly HomomorphicQuestion[]) {
    this.arithmetic = arithmetic;
    this.questions = questions;
  }

  add(choices: PerChoice<Ciphertext<Element>>, weight: number): void {
    const product = this.byWeight.get(weight) ?? this.neutral();
    this.byWeight.set(
      weight,
      product.map((row, question) => row.map((left, choice) => this.multiply(left, choices[question]?.[choice]))),
    );
  }

  /** The tally of everything added. */
  product(): Ciphertext<Element>[][] {
    let total = this.neutral();
    for (const [weight, product] of this.byWeight) {
      const exponent = BigInt(weight);
      total = total.map((row, question) =>
        row.map((left, choice) => this.multiply(left, this.raise(product[question]?.[choice], exponent))),
      );
    }
    return total;
  }

  private neutral(): Ciphertext<Element>[][] {
    const { identity } = this.arithmetic;
    return this.questions.map((question) =>
      Array.from({ length: choiceCount(question) }, () => ({ alpha: identity, beta: identity })),
    );
  }

  private multiply(left: Ciphertext<Element>, right: Ciphertext<Element> | undefined): Ciphertext<Element> {
    if (right === undefined) throw new RangeError("a ballot has another shape than the election");
    const { arithmetic } = this;
    return { alpha: arithmetic.multiply(left.alpha, right.alpha), beta: arithmetic.multiply(left.beta, right.beta) };
  }

  private raise(ciphertext: Ciphertext<Element> | undefined, exponent: bigint): Ciphertext<Element> | undefined {
    if (ciphertext === undefined) return undefined;
    const { arithmetic } = this;
    return { alpha: arithmetic.power(ciphertext.alpha, exponent), beta: arithmetic.power(ciphertext.beta, exponent) };
  }
}

/** The positions of the ballots that count: the last one of each credential. */
export function countedPositions(credentials: readonly string[]): Set<number> {
  const last = new Map<string, number>();
  for (const [position, credential] of credentials.entries()) last.set(credential, position);
  return new Set(last.values());
}

/** Writes ciphertexts as a payload. */
export function serializeCiphertexts<Element>(
  arithmetic: PublicArithmetic<Element>,
  rows: PerChoice<Ciphertext<Element>>,
): string {
  const write = (element: Element) => arithmetic.serialize(element);
  return JSON.stringify(rows.map((row) => row.map(({ alpha, beta }) => ({ alpha: write(alpha), beta: write(beta) }))));
}

/** Reads an encrypted tally as texts; undefined if it is malformed. */
export function parseTallyTexts(payload: string): CiphertextTexts[][] | undefined {
  return readAll(parseStrictJson(payload), (row) => readAll(asArray(row), readCiphertext));
}

/** Reads an encrypted tally whose elements are members of the group. */
export function readTally<Element>(
  arithmetic: PublicArithmetic<Element>,
  payload: string,
): Ciphertext<Element>[][] | undefined {
  const texts = parseTallyTexts(payload);
  return texts === undefined
    ? undefined
    : readAll(texts, (row) => readAll(row, (choice) => readMembers(arithmetic, choice)));
}

/** Reads a ciphertext whose two elements are members of the group. */
export function readMembers<Element>(
  arithmetic: PublicArithmetic<Element>,
  value: unknown,
): Ciphertext<Element> | undefined {
  const texts = readCiphertext(value);
  if (texts === undefined) return undefined;
  const alpha = arithmetic.parseMember(texts.alpha);
  const beta = arithmetic.parseMember(texts.beta);
  return alpha === undefined || beta === undefined ? undefined : { alpha, beta };
}

/** The payload that says how many ballots and votes an encrypted tally contains. */
export function sizedTally(numTallied: number, totalWeight: number, encryptedTally: string): string {
  return JSON.stringify({
    num_tallied: numTallied,
    total_weight: weightJson(totalWeight),
    encrypted_tally: hashHex(encryptedTally),
  });
}

/** Computes the encrypted tally of ballots that were verified before; throws on anything that cannot be counted. */
export function computeEncryptedTally(input: {
  electionPayload: string;
  credentialsPayload: string;
  ballots: readonly string[];
  backend?: VerificationBackend;
}): { encryptedTally: string; sized: string; numTallied: number; totalWeight: number } {
  const election = expectOk(parseElection(input.electionPayload));
  const credentials = expectOk(parseCredentials(election.group, input.credentialsPayload));
  const arithmetic = (input.backend ?? pureBackend).arithmeticOf(election.group);
  const tally = new TallyAccumulator(arithmetic, election.questions);
  const ballots = input.ballots.map((text) => parseBallot(text, arithmetic.order));
  const counted = countedPositions(ballots.map((ballot) => ballot?.credential ?? ""));
  let totalWeight = 0;
  for (const position of counted) {
    const ballot = ballots[position];
    const weight = credentials.findWeight(ballot?.credential ?? "");
    const choices = readAll(ballot?.answers, (_, index) =>
      readAll(ballot?.answers[index]?.choices, (choice) => readMembers(arithmetic, choice)),
    );
    if (choices === undefined || weight === undefined) throw new RangeError(`ballot ${position + 1} cannot be counted`);
    tally.add(choices, weight);
    totalWeight += weight;
  }
  const encryptedTally = serializeCiphertexts(arithmetic, tally.product());
  return {
    encryptedTally,
    sized: sizedTally(counted.size, totalWeight, encryptedTally),
    numTallied: counted.size,
    totalWeight,
  };
}
