// Making a ballot: choices are encrypted, proved to be allowed, and signed (SPECIFICATION §6.2).
import type { RandomBytes } from "../platform.ts";
import type { FixedBase, Group } from "../primitives/group.ts";
import { groupNamed } from "../primitives/groups.ts";
import { modulo, randomNonZeroScalar } from "../primitives/scalars.ts";
import { hashBase64 } from "../primitives/transcript.ts";
import { expectOk } from "../../result/index.ts";
import { hashOfUnsignedBallot, serializeBallot, type AnswerTexts, type UnsignedBallot } from "./ballot-format.ts";
import { secretOfCode } from "./credential-code.ts";
import { electionFingerprint, parseElection } from "./election.ts";
import { proveBallotSignature } from "./proofs/ballot-signature.ts";
import { proveDisjunction, type TrueClaim } from "./proofs/disjunction.ts";
import {
  answerContext,
  blankStatement,
  individualStatement,
  overallStatement,
  voterContext,
  type Statement,
  type WrittenCiphertext,
} from "./proofs/statements.ts";
import type { BallotOpening, ChoiceOpening } from "./opening.ts";
import { isAllowedVector, type HomomorphicQuestion } from "./question.ts";

/** What a voter's client needs to make a ballot. */
export interface BallotRequest {
  readonly electionPayload: string;
  readonly code: string;
  /** For each question one number per answer, the blank flag first (see `choiceVector`). */
  readonly choices: readonly (readonly number[])[];
  readonly random: RandomBytes;
}

interface EncryptedChoice<Element> extends WrittenCiphertext<Element> {
  readonly texts: { readonly alpha: string; readonly beta: string };
  readonly randomness: bigint; // ρ
}

/** A ballot with what its maker alone knows: whoever has the opening sees every choice. */
export interface OpenedBallot {
  readonly ballot: string;
  readonly opening: BallotOpening;
}

/** Makes a ballot. Choices that the question does not allow are a mistake of the caller and throw. */
export function createBallot(request: BallotRequest): string {
  return createBallotWithOpening(request).ballot;
}

/**
 * Makes a ballot and tells the randomness of its encryption, for a voter who wants to check it and then spoils it (SPECIFICATION §6.6).
 * Security: a ballot of which the opening was shown must not be cast, or the opening would be a receipt.
 */
export function createBallotWithOpening({ electionPayload, code, choices, random }: BallotRequest): OpenedBallot {
  const election = expectOk(parseElection(electionPayload));
  if (choices.length !== election.questions.length) throw new RangeError("a vote answers every question");
  const group = groupNamed(election.group);
  const key = group.parseMember(election.publicKey);
  if (key === undefined) throw new RangeError("the election key is not a member of its group");
  const booth = new Booth(group, group.prepareBase(key), random);
  const secret = secretOfCode(election.group, election.uuid, code);
  const credential = group.serialize(group.secretPowerOfBase(group.generator, secret));
  const fingerprint = electionFingerprint(electionPayload);
  const voter = voterContext(fingerprint, credential);
  const answers = election.questions.map((question, index) => booth.answer(question, choices[index] ?? [], voter));
  const unsigned: UnsignedBallot = {
    electionUuid: election.uuid,
    electionFingerprint: fingerprint,
    credential,
    answers,
  };
  const signatureHash = hashOfUnsignedBallot(unsigned);
  const signatureProof = proveBallotSignature(group, secret, signatureHash, random);
  const ballot = serializeBallot({ ...unsigned, signatureHash, signatureProof });
  const opening = { tracker: trackerOf(ballot), answers: booth.openings };
  return { ballot, opening };
}

/** The tracker by which a voter finds her ballot in the box; it says nothing about the choice. */
export function trackerOf(ballot: string): string {
  return hashBase64(ballot);
}

const beginning = /^\{"election_uuid":"[^"\\]*","election_hash":"[^"\\]*","credential":"([^"\\]*)",/;

/** The public credential that a ballot says it was made with, or undefined if it does not begin as a ballot does. */
export function openCredentialOf(ballot: string): string | undefined {
  return beginning.exec(ballot)?.[1];
}

class Booth<Element> {
  private readonly group: Group<Element>;
  private readonly key: FixedBase<Element>;
  private readonly random: RandomBytes;
  /** What was encrypted with which randomness, one list per question answered so far. */
  readonly openings: ChoiceOpening[][] = [];

  constructor(group: Group<Element>, key: FixedBase<Element>, random: RandomBytes) {
    this.group = group;
    this.key = key;
    this.random = random;
  }

  answer(question: HomomorphicQuestion, numbers: readonly number[], voter: string): AnswerTexts {
    if (!isAllowedVector(question, numbers)) throw new RangeError("the question does not allow this vote");
    const choices = numbers.map((number) => this.encrypt(number));
    this.openings.push(
      choices.map(({ randomness }, index) => ({ choice: numbers[index] ?? 0, randomness: randomness.toString() })),
    );
    const context = answerContext(voter, choices);
    const [blank, counted] = question.blank ? [choices[0], choices.slice(1)] : [undefined, choices];
    const sum = this.sum(counted);
    const chosen = numbers.reduce((total, number) => total + number, 0);
    const isBlank = blank !== undefined && numbers[0] === 1;
    const overallTruth: TrueClaim =
      isBlank && blank !== undefined
        ? { index: 0, randomness: blank.randomness }
        : { index: chosen - question.min + (blank === undefined ? 0 : 1), randomness: sum.randomness };
    return {
      choices: choices.map((choice) => choice.texts),
      individualProofs: choices.map((choice, index) =>
        this.prove(individualStatement(voter, choice), { index: numbers[index] ?? 0, randomness: choice.randomness }),
      ),
      overallProof: this.prove(overallStatement(context, question, blank, sum), overallTruth),
      blankProof:
        blank === undefined
          ? undefined
          : this.prove(
              blankStatement(context, blank, sum),
              isBlank ? { index: 1, randomness: sum.randomness } : { index: 0, randomness: blank.randomness },
            ),
    };
  }

  private encrypt(number: number): EncryptedChoice<Element> {
    const { group } = this;
    const randomness = randomNonZeroScalar(group.order, this.random); // ρ
    const alpha = group.secretPowerOfBase(group.generator, randomness); // α = g^ρ
    const mask = group.secretPowerOfBase(this.key, randomness);
    const chosen = group.multiply(mask, group.generator.element);
    return this.written(alpha, number === 1 ? chosen : mask, randomness); // β = y^ρ g^m
  }

  private sum(choices: readonly EncryptedChoice<Element>[]): EncryptedChoice<Element> {
    const { identity, order } = this.group;
    let [alpha, beta, randomness] = [identity, identity, 0n];
    for (const choice of choices) {
      alpha = this.group.multiply(alpha, choice.alpha);
      beta = this.group.multiply(beta, choice.beta);
      randomness = modulo(randomness + choice.randomness, order);
    }
    return this.written(alpha, beta, randomness);
  }

  private written(alpha: Element, beta: Element, randomness: bigint): EncryptedChoice<Element> {
    const texts = { alpha: this.group.serialize(alpha), beta: this.group.serialize(beta) };
    return { alpha, beta, texts, text: `${texts.alpha},${texts.beta}`, randomness };
  }

  private prove(statement: Statement<Element>, truth: TrueClaim): ReturnType<typeof proveDisjunction<Element>> {
    return proveDisjunction(this.group, this.key, statement, truth, this.random);
  }
}
