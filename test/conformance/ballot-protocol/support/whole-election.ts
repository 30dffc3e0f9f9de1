// A whole election made with the library, in parts that a test can spoil before the archive is put together.
import {
  archiveBytes,
  assembleThresholdTrustees,
  ballotRecords,
  choiceVector,
  combineResult,
  computeEncryptedTally,
  createBallot,
  electionPublicKey,
  encryptedTallyRecords,
  endBallotsRecords,
  generateCredentialCode,
  generateElectionUuid,
  generateSingleTrustee,
  generateTrusteeSeed,
  makePartialDecryption,
  makeTrusteeCertificate,
  makeTrusteePolynomial,
  makeVerificationKey,
  partialDecryptionRecords,
  publicCredentialOf,
  resultRecords,
  serializeCredentials,
  serializeElection,
  serializeTrustees,
  setupRecords,
  type ArchiveRecord,
  type ElectionDefinition,
  type GroupName,
  type HomomorphicQuestion,
  type OwnedPartialDecryption,
  type RandomBytes,
  type VerificationBackend,
} from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { seededRandom } from "./seeded-random.ts";

export const timestamp = "1795289666";

/** The payloads of an election, each as the archive has it. */
export interface ElectionParts {
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  readonly ballots: readonly string[];
  readonly tally: { readonly encryptedTally: string; readonly sized: string } | undefined;
  readonly decryptions: readonly OwnedPartialDecryption[];
  readonly result: string | undefined;
}

/** An election with the secrets that made it. */
export interface WholeElection extends ElectionParts {
  readonly definition: ElectionDefinition;
  readonly codes: readonly string[];
  readonly secrets: readonly string[];
  readonly totalWeight: number;
}

export const boardQuestion: HomomorphicQuestion = {
  question: "Elect the board (1 to 3 seats)",
  answers: ["Alice", "Bob", "Carol", "Dave", "Erin", "Frank"],
  blank: true,
  min: 1,
  max: 3,
};

/** What to make. */
export interface ElectionPlan {
  readonly group: GroupName;
  readonly seed?: string;
  readonly questions?: readonly HomomorphicQuestion[];
  readonly weights?: readonly number[];
  /** Who votes (index into weights), and the selected answers of each question. */
  readonly votes?: readonly { readonly voter: number; readonly selected: readonly (readonly number[])[] }[];
  readonly trustees?: "single" | { readonly threshold: number; readonly size: number };
  readonly decryptingOwners?: readonly number[];
  /** A faster arithmetic for the tally of large elections. */
  readonly backend?: VerificationBackend;
}

/** Makes an election: by default four voters of different weights, a blank ballot and a revote, 2 of 3 trustees. */
export function makeElection(plan: ElectionPlan): WholeElection {
  const {
    group,
    questions = [boardQuestion],
    weights = [1, 2, 5, 7],
    trustees: kind = { threshold: 2, size: 3 },
  } = plan;
  const random = seededRandom(plan.seed ?? `election in ${group}`);
  const votes = plan.votes ?? [
    { voter: 0, selected: [[0, 1]] },
    { voter: 1, selected: [[]] },
    { voter: 2, selected: [[2, 3, 4]] },
    { voter: 0, selected: [[5]] },
  ];
  const { trustees, secrets } =
    kind === "single" ? singleTrustee(group, random) : thresholdTrustees(group, kind, random);
  const definition: ElectionDefinition = {
    uuid: generateElectionUuid(random),
    name: "Board election",
    description: "A test",
    group,
    publicKey: electionPublicKey(group, trustees),
    questions,
  };
  const election = serializeElection(definition);
  const codes = weights.map(() => generateCredentialCode(group, random));
  const credentials = serializeCredentials(
    codes.map((code, index) => ({
      publicCredential: publicCredentialOf({ group, uuid: definition.uuid, code }),
      weight: weights[index] ?? 1,
    })),
  );
  const ballots = votes.map(({ voter, selected }) =>
    createBallot({
      electionPayload: election,
      code: codes[voter] ?? "",
      choices: questions.map((question, index) => expectOk(choiceVector(question, selected[index] ?? []))),
      random,
    }),
  );
  const owners =
    plan.decryptingOwners ??
    (kind === "single" ? [1] : Array.from({ length: kind.threshold }, (_, index) => index + 1));
  const setup = { election, trustees, credentials };
  return {
    ...setup,
    definition,
    codes,
    secrets,
    ballots,
    ...countBallots({
      ...setup,
      ballots,
      owners,
      secrets,
      random,
      ...(plan.backend === undefined ? {} : { backend: plan.backend }),
    }),
  };
}

/** Tallies and decrypts, honestly, whatever ballots it is given. */
export function countBallots(input: {
  election: string;
  trustees: string;
  credentials: string;
  ballots: readonly string[];
  owners: readonly number[];
  secrets: readonly string[];
  random: RandomBytes;
  backend?: VerificationBackend;
}): Pick<WholeElection, "tally" | "decryptions" | "result" | "totalWeight"> {
  const { election: electionPayload, trustees: trusteesPayload, credentials: credentialsPayload, ballots } = input;
  const tally = computeEncryptedTally({
    electionPayload,
    credentialsPayload,
    ballots,
    ...(input.backend === undefined ? {} : { backend: input.backend }),
  });
  const decryptions = input.owners.map((owner) => ({
    owner,
    payload: makePartialDecryption({
      electionPayload,
      encryptedTally: tally.encryptedTally,
      secret: input.secrets[owner - 1] ?? "",
      random: input.random,
    }),
  }));
  const { encryptedTally, totalWeight } = tally;
  const result = expectOk(
    combineResult({ electionPayload, trusteesPayload, encryptedTally, totalWeight, partialDecryptions: decryptions }),
  );
  return { tally, decryptions, result, totalWeight };
}

/** All records of an election after the first. */
export function recordsOf(parts: ElectionParts): ArchiveRecord[] {
  let step = setupRecords(parts);
  const records = [...step.records];
  const append = (next: typeof step) => {
    step = next;
    records.push(...next.records);
  };
  for (const ballot of parts.ballots) append(ballotRecords(step.position, ballot));
  if (parts.tally === undefined) return records;
  append(endBallotsRecords(step.position));
  append(encryptedTallyRecords(step.position, parts.tally));
  for (const decryption of parts.decryptions) append(partialDecryptionRecords(step.position, decryption));
  if (parts.result !== undefined) append(resultRecords(step.position, parts.result));
  return records;
}

/** The bytes of an election's archive. */
export function archiveOf(parts: ElectionParts): Uint8Array {
  return archiveBytes(timestamp, recordsOf(parts));
}

function singleTrustee(group: GroupName, random: RandomBytes): { trustees: string; secrets: string[] } {
  const { secret, trustee } = generateSingleTrustee({ group, random });
  return { trustees: serializeTrustees([trustee]), secrets: [secret] };
}

/** Runs the whole ceremony between threshold trustees. */
export function thresholdTrustees(
  group: GroupName,
  { threshold, size }: { threshold: number; size: number },
  random: RandomBytes,
): { trustees: string; secrets: string[]; seeds: string[] } {
  const seats = Array.from({ length: size }, (_, position) => ({ group, size, threshold, index: position + 1 }));
  const seeds = seats.map(() => generateTrusteeSeed(random));
  const certificates = seats.map((seat, position) =>
    makeTrusteeCertificate({ ...seat, seed: seeds[position] ?? "", random }),
  );
  const published = seats.map((seat, position) =>
    expectOk(makeTrusteePolynomial({ ...seat, seed: seeds[position] ?? "", certificates, random })),
  );
  const coefexps = published.map((polynomial) => polynomial.coefexps);
  const signatures = published.map((polynomial) => polynomial.signature);
  const keys = seats.map((seat, position) => {
    const receivedShares = published.map((polynomial) => polynomial.shares[position] ?? "");
    return expectOk(
      makeVerificationKey({
        ...seat,
        seed: seeds[position] ?? "",
        certificates,
        coefexps,
        signatures,
        receivedShares,
        random,
      }),
    );
  });
  const verificationKeys = keys.map((key) => key.verificationKey);
  const assembled = expectOk(
    assembleThresholdTrustees({ group, size, threshold, certificates, coefexps, signatures, verificationKeys }),
  );
  return { trustees: serializeTrustees([assembled]), secrets: keys.map((key) => key.share), seeds };
}
