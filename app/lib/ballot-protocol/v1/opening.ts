// Checking before casting: the voter lets the booth open a ballot it has already made, sees that it holds her choices, and spoils it.
// Source: Benaloh, Simple verifiable elections (2006); SPECIFICATION §6.6. Any program can do the same with the ballot and the opening.
import { err, ok, type Refusal, type Result } from "../../result/index.ts";
import { groupNamed } from "../primitives/groups.ts";
import { asArray, isJsonObject } from "../primitives/strict-json.ts";
import { hashBase64 } from "../primitives/transcript.ts";
import { parseBallot, readAll, type AnswerTexts } from "./ballot-format.ts";
import { electionFingerprint, parseElection } from "./election.ts";
import type { HomomorphicQuestion } from "./question.ts";

/** One number that was encrypted, with the randomness of its ciphertext in decimal. */
export interface ChoiceOpening {
  readonly choice: number;
  readonly randomness: string; // ρ
}

/** What opens a ballot: for each question one line per choice, the blank flag first. */
export interface BallotOpening {
  readonly tracker: string;
  readonly answers: readonly (readonly ChoiceOpening[])[];
}

/** What a ballot turned out to hold, for one question. */
export interface OpenedAnswer {
  readonly question: string;
  /** Positions of the chosen answers. */
  readonly chosen: readonly number[];
  readonly isBlank: boolean;
}

export type OpeningRefusal = Refusal<
  "OPENING_MALFORMED" | "OPENING_OF_ANOTHER_BALLOT" | "OPENING_OF_ANOTHER_ELECTION" | "OPENING_DIFFERS"
>;

/**
 * Encrypts again what the opening says and compares with the ballot's ciphertexts, one by one.
 * `OPENING_DIFFERS` means that the ballot holds something else than its maker says: the device or the page cannot be trusted.
 */
export function checkOpening(input: {
  readonly electionPayload: string;
  readonly ballot: string;
  readonly opening: unknown;
}): Result<{ readonly tracker: string; readonly answers: readonly OpenedAnswer[] }, OpeningRefusal> {
  const election = parseElection(input.electionPayload);
  if (!election.ok) return err({ code: "OPENING_OF_ANOTHER_ELECTION", details: {} });
  const group = groupNamed(election.value.group);
  const opening = readOpening(input.opening);
  const ballot = parseBallot(input.ballot, group.order);
  if (opening === undefined || ballot === undefined) return err({ code: "OPENING_MALFORMED", details: {} });
  const tracker = hashBase64(input.ballot);
  if (opening.tracker !== tracker) return err({ code: "OPENING_OF_ANOTHER_BALLOT", details: { tracker } });
  if (ballot.electionFingerprint !== electionFingerprint(input.electionPayload))
    return err({ code: "OPENING_OF_ANOTHER_ELECTION", details: {} });
  const { questions } = election.value;
  const answers: OpenedAnswer[] = [];
  for (const [position, question] of questions.entries()) {
    const numbers = opening.answers[position];
    const answer = ballot.answers[position];
    if (numbers === undefined || answer === undefined || !holds(election.value, answer, numbers))
      return err({ code: "OPENING_DIFFERS", details: { question: position } });
    answers.push(openedAnswer(question, numbers));
  }
  return ok({ tracker, answers });
}

/** Whether each ciphertext is the encryption of its number with its randomness: α = g^ρ and β = y^ρ g^m. */
function holds(
  election: { readonly group: Parameters<typeof groupNamed>[0]; readonly publicKey: string },
  { choices }: AnswerTexts,
  numbers: readonly ChoiceOpening[],
): boolean {
  const group = groupNamed(election.group);
  const key = group.parseMember(election.publicKey);
  if (key === undefined || choices.length !== numbers.length) return false;
  const base = group.prepareBase(key);
  return numbers.every(({ choice, randomness }, index) => {
    const exponent = BigInt(randomness);
    if (exponent <= 0n || exponent >= group.order) return false;
    const mask = group.secretPowerOfBase(base, exponent);
    const beta = choice === 1 ? group.multiply(mask, group.generator.element) : mask;
    const alpha = group.secretPowerOfBase(group.generator, exponent);
    return choices[index]?.alpha === group.serialize(alpha) && choices[index].beta === group.serialize(beta);
  });
}

function openedAnswer(question: HomomorphicQuestion, numbers: readonly ChoiceOpening[]): OpenedAnswer {
  const flags = numbers.map(({ choice }) => choice === 1);
  const counted = question.blank ? flags.slice(1) : flags;
  return {
    question: question.question,
    chosen: counted.flatMap((isChosen, index) => (isChosen ? [index] : [])),
    isBlank: question.blank && flags[0] === true,
  };
}

function readOpening(value: unknown): BallotOpening | undefined {
  if (!isJsonObject(value) || typeof value["tracker"] !== "string" || asArray(value["answers"]) === undefined)
    return undefined;
  const answers = readAll(value["answers"], (answer) => readAll(answer, readChoice));
  return answers === undefined ? undefined : { tracker: value["tracker"], answers };
}

function readChoice(value: unknown): ChoiceOpening | undefined {
  if (!isJsonObject(value)) return undefined;
  const { choice, randomness } = value;
  const isNumber = choice === 0 || choice === 1;
  return isNumber && typeof randomness === "string" && /^[1-9]\d{0,99}$/.test(randomness)
    ? { choice, randomness }
    : undefined;
}
