// A ceremony of three desks, from the backup file to the opened sum: what they publish fits together, and nothing private is in it.
import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  archiveBytes,
  assembleThresholdTrustees,
  ballotRecords,
  combineResult,
  computeEncryptedTally,
  createBallot,
  electionPublicKey,
  encryptedTallyRecords,
  encryptRehearsal,
  endBallotsRecords,
  generateCredentialCode,
  generateSingleTrustee,
  publicCredentialOf,
  serializeCredentials,
  serializeElection,
  serializeTrustees,
  setupRecords,
  verifyRehearsalDecryption,
} from "#app/lib/ballot-protocol/index.ts";
import type { ChainStep } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { ceremonyMessage } from "../../domain/ceremony-message.ts";
import { openBackup } from "../../domain/trustee-backup.ts";
import type { CeremonyState, CeremonyWork } from "./ceremony-requests.ts";
import { layCeremonyDesk } from "./ceremony-work.ts";

const group = "Ed25519";
const electionId = "5ziAqE1EhotgNn";
const size = 3;
const threshold = 2;
const random = (length: number) => new Uint8Array(randomBytes(length));
const layDesk = () => layCeremonyDesk({ random, workFactor: 1 });
const passphraseOf = (index: number) => `lluvia sobre piedra ${index}`;
const seats = [1, 2, 3].map((index) => ({ electionId, index }));

const nothingYet: CeremonyState = {
  group,
  size,
  threshold,
  certificates: [null, null, null],
  shareRecipients: [null, null, null],
  polynomials: [null, null, null],
  sealedShares: [null, null, null],
  verificationKeys: [null, null, null],
  trusteesPayload: null,
  rehearsalPayload: null,
  electionPayload: null,
  encryptedTally: null,
};

interface Ceremony {
  readonly desks: readonly CeremonyWork[];
  readonly backups: readonly string[];
  readonly states: readonly CeremonyState[];
  readonly trusteesPayload: string;
  readonly rehearsalPayload: string;
  readonly published: string;
}

let ceremony: Ceremony;
beforeAll(async () => {
  ceremony = await holdCeremony();
}, 60_000);

async function holdCeremony(): Promise<Ceremony> {
  const desks = seats.map(layDesk);
  const each = <Value>(work: (desk: CeremonyWork, position: number) => Promise<Value>) => Promise.all(desks.map(work));
  const backups = await each((desk, position) =>
    desk.makeBackup({ seat: { electionId, index: position + 1 }, passphrase: passphraseOf(position + 1) }),
  );
  await each(async (desk, position) => {
    const passphrase = passphraseOf(position + 1);
    expectOk(
      await desk.unlock({ seat: { electionId, index: position + 1 }, passphrase, backup: backups[position] ?? "" }),
    );
  });
  const first = await each((desk) => desk.certificate(nothingYet));
  const afterOne = {
    ...nothingYet,
    certificates: first.map(({ certificate }) => certificate),
    shareRecipients: first.map(({ shareRecipient }) => shareRecipient),
  };
  const second = await each(async (desk) => expectOk(await desk.polynomial(afterOne)));
  const states = seats.map((_, position) => ({
    ...afterOne,
    polynomials: second,
    sealedShares: second.map(({ sealedShares }) => sealedShares[position] ?? ""),
  }));
  const third = await each(async (desk, position) =>
    expectOk(await desk.verificationKey(states[position] ?? nothingYet)),
  );
  const assembled = assembleThresholdTrustees({
    group,
    size,
    threshold,
    certificates: afterOne.certificates,
    coefexps: second.map(({ coefexps }) => coefexps),
    signatures: second.map(({ signature }) => signature),
    verificationKeys: third.map(({ verificationKey }) => verificationKey),
  });
  const trusteesPayload = serializeTrustees([expectOk(assembled)]);
  const rehearsal = encryptRehearsal({ group, publicKey: electionPublicKey(group, trusteesPayload), random });
  return {
    desks,
    backups,
    states: states.map((state) => ({
      ...state,
      verificationKeys: third.map(({ verificationKey }) => verificationKey),
      trusteesPayload,
      rehearsalPayload: rehearsal.payload,
    })),
    trusteesPayload,
    rehearsalPayload: rehearsal.payload,
    published: JSON.stringify([first, second, third]),
  };
}

function deskOf(index: number): { readonly desk: CeremonyWork; readonly state: CeremonyState } {
  return { desk: ceremony.desks[index - 1] ?? layDesk(), state: ceremony.states[index - 1] ?? nothingYet };
}

/** The box with one step more. */
function after(before: ChainStep, step: ChainStep): ChainStep {
  return { position: step.position, records: [...before.records, ...step.records] };
}

/** A closed box with these weights, everybody for the first answer. */
function closedBox(weights: readonly number[]) {
  const { trusteesPayload } = ceremony;
  const electionPayload = serializeElection({
    uuid: electionId,
    name: "Board",
    description: "",
    group,
    publicKey: electionPublicKey(group, trusteesPayload),
    questions: [{ question: "Board", answers: ["Ana", "Bruno"], blank: true, min: 1, max: 1 }],
  });
  const voters = weights.map((weight) => ({ weight, code: generateCredentialCode(group, random) }));
  const credentialsPayload = serializeCredentials(
    voters.map(({ weight, code }) => ({
      publicCredential: publicCredentialOf({ group, uuid: electionId, code }),
      weight,
    })),
  );
  const ballots = voters.map(({ code }) => createBallot({ electionPayload, code, choices: [[0, 1, 0]], random }));
  const tally = computeEncryptedTally({ electionPayload, credentialsPayload, ballots });
  const setup = setupRecords({ election: electionPayload, trustees: trusteesPayload, credentials: credentialsPayload });
  const voted = ballots.reduce((box, ballot) => after(box, ballotRecords(box.position, ballot)), setup);
  const ended = after(voted, endBallotsRecords(voted.position));
  const { records } = after(ended, encryptedTallyRecords(ended.position, tally));
  return { archive: archiveBytes("1795289666", records), electionPayload, tally };
}

test("what the trustees publish makes a key that every desk checks and reads alike", async () => {
  const fingerprints = await Promise.all(
    ceremony.desks.map(async (desk, position) =>
      expectOk(await desk.electionKey(ceremony.states[position] ?? nothingYet)),
    ),
  );
  expect(new Set(fingerprints.map(({ fingerprint }) => fingerprint)).size).toBe(1);
});

test("nothing private is in what the desks publish", async () => {
  for (const [position, backup] of ceremony.backups.entries()) {
    const key = expectOk(await openBackup(backup, passphraseOf(position + 1), { electionId, index: position + 1 }));
    for (const secret of [key.seed, key.shareIdentity, passphraseOf(position + 1)]) {
      expect(ceremony.published).not.toContain(secret);
      expect(backup).not.toContain(secret);
    }
  }
});

test("a backup does not open with another passphrase, nor in another seat", async () => {
  const backup = ceremony.backups[0] ?? "";
  const wrong = await layDesk().unlock({ seat: { electionId, index: 1 }, passphrase: "something else", backup });
  expect(wrong).toMatchObject({ ok: false, error: { code: "BACKUP_DOES_NOT_OPEN" } });
  const elsewhere = await layDesk().unlock({ seat: { electionId, index: 2 }, passphrase: passphraseOf(1), backup });
  expect(elsewhere).toMatchObject({ ok: false, error: { code: "BACKUP_OF_ANOTHER_ELECTION" } });
});

test("a desk that was not unlocked computes nothing", async () => {
  await expect(async () => layDesk().certificate(nothingYet)).rejects.toThrow("no key has been unlocked");
});

test("a trustee whose share recipient was exchanged on its way sends no shares", async () => {
  const { desk, state } = deskOf(1);
  const shareRecipients = [state.shareRecipients[1] ?? null, ...state.shareRecipients.slice(1)];
  expect(await desk.polynomial({ ...state, shareRecipients })).toMatchObject({
    error: { code: "OWN_MESSAGE_EXCHANGED" },
  });
});

test("a key that is not made of the certificates of this page is refused", async () => {
  const { desk, state } = deskOf(1);
  const other = await holdCeremony();
  const answer = await desk.electionKey({ ...state, trusteesPayload: other.trusteesPayload });
  expect(answer).toMatchObject({ ok: false, error: { code: "ELECTION_KEY_NOT_OF_TRUSTEES" } });
});

test("the rehearsal of a backup file is accepted by the server's check", async () => {
  const { desk, state } = deskOf(2);
  const partialDecryption = expectOk(await desk.rehearsal(state));
  const { trusteesPayload, rehearsalPayload: rehearsal } = ceremony;
  expectOk(verifyRehearsalDecryption({ group, trusteesPayload, rehearsal, owner: 2, partialDecryption }));
});

test("two desks open the sum of the ballots, after each has made it again", async () => {
  const { archive, electionPayload, tally } = closedBox([3, 4]);
  const parts = await Promise.all(
    [1, 3].map(async (owner) => {
      const { desk, state } = deskOf(owner);
      const counting = { ...state, electionPayload, encryptedTally: tally.encryptedTally };
      const checked = expectOk(await desk.checkSum({ state: counting, archive }));
      expect(checked).toMatchObject({ ballots: 2, counted: 2, votes: 7 });
      return { owner, payload: expectOk(await desk.decryption(counting)) };
    }),
  );
  const result = combineResult({
    electionPayload,
    trusteesPayload: ceremony.trusteesPayload,
    encryptedTally: tally.encryptedTally,
    totalWeight: 7,
    partialDecryptions: parts,
  });
  expect(expectOk(result)).toBe('{"result":[[0,7,0]]}');
});

test("a desk opens no sum that is not that of the ballots, and none that it has not checked", async () => {
  const { archive, electionPayload } = closedBox([3, 4]);
  const single = closedBox([3]).tally;
  const { desk, state } = deskOf(2);
  const counting = { ...state, electionPayload, encryptedTally: single.encryptedTally };
  expect(await desk.checkSum({ state: counting, archive })).toMatchObject({
    error: { code: "SUM_DIFFERS_FROM_BALLOTS" },
  });
  expect(await desk.decryption(counting)).toMatchObject({ error: { code: "SUM_DIFFERS_FROM_BALLOTS" } });
  const elsewhere = { ...counting, electionPayload: electionPayload.replace("Board", "Other") };
  expect(await desk.checkSum({ state: elsewhere, archive })).toMatchObject({
    error: { code: "ARCHIVE_OF_ANOTHER_ELECTION" },
  });
});

test("a message has no room for anything but what it publishes", () => {
  const message = { kind: "rehearsal", partialDecryption: "{}" };
  expect(ceremonyMessage.safeParse(message).success).toBe(true);
  expect(ceremonyMessage.safeParse({ ...message, share: "1" }).success).toBe(false);
});

// A hostile server's three attempts to have more opened than the sum.
test("a key that is not the trustees' is refused, although their certificates stand in its text", async () => {
  const { desk, state } = deskOf(1);
  const foreign = generateSingleTrustee({ group, random }).trustee.payload;
  const disguised = `[["Single",${foreign.slice(0, -1)},"x":[${state.certificates.join(",")}]}]]`;
  const refused = await desk.electionKey({ ...state, trusteesPayload: disguised });
  expect(refused).toMatchObject({ ok: false, error: { code: "ELECTION_KEY_NOT_OF_TRUSTEES" } });
});

test("a voter's ciphertext presented as a rehearsal is not touched by the key", async () => {
  const { desk, state } = deskOf(1);
  const box = closedBox([2, 3]);
  const [[, ciphertext]] = JSON.parse(box.tally.encryptedTally) as [[unknown, unknown]];
  const rehearsal = JSON.parse(state.rehearsalPayload ?? "") as Record<string, unknown>;
  const disguised = JSON.stringify({ ...rehearsal, ciphertext: [[ciphertext]] });
  await expect(desk.rehearsal({ ...state, rehearsalPayload: disguised })).rejects.toThrow("REHEARSAL_MALFORMED");
});

test("a box with other weights has another fingerprint, so trustees who compare notice it", async () => {
  const { desk, state } = deskOf(1);
  const check = async (weights: readonly number[]) => {
    const box = closedBox(weights);
    const { electionPayload } = box;
    const asked = { ...state, electionPayload, encryptedTally: box.tally.encryptedTally };
    return expectOk(await desk.checkSum({ state: asked, archive: box.archive }));
  };
  const [honest, moved] = [await check([2, 3]), await check([0, 5])];
  expect([honest.counted, honest.votes]).toEqual([moved.counted, moved.votes]);
  expect(honest.credentials).not.toBe(moved.credentials);
});
