// The work behind the worker: holds the one unlocked key in a closure that nothing reads out.
import { electionPublicKey, verifyTrustees } from "#app/lib/ballot-protocol/index.ts";
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { checkSum } from "../../domain/check-sum.ts";
import { spokenFingerprint } from "../../domain/spoken-fingerprint.ts";
import { makeTrusteeKey, openBackup, shareRecipientOf, writeBackup } from "../../domain/trustee-backup.ts";
import type { TrusteeKey } from "../../domain/trustee-backup.ts";
import {
  certificateMessage,
  decryptionMessage,
  polynomialMessage,
  rehearsalMessage,
  verificationKeyMessage,
} from "../../domain/trustee-rounds.ts";
import { makeVotingCodes } from "../../domain/voting-codes.ts";
import type { CeremonyState, CeremonyWork } from "./ceremony-requests.ts";
import { encryptCodeList } from "./code-list.ts";

export interface CeremonySurroundings {
  readonly random: RandomBytes;
  readonly onProgress?: (done: number, of: number) => void;
  /** The logarithm of scrypt's N; lower in tests. */
  readonly workFactor?: number;
}

/** A desk for one page: no key at first, then the one that was unlocked. */
export function layCeremonyDesk({ random, onProgress, workFactor }: CeremonySurroundings): CeremonyWork {
  let unlocked: TrusteeKey | undefined;
  let checkedSum: string | undefined;
  const key = (): TrusteeKey => {
    if (unlocked === undefined) throw new Error("no key has been unlocked on this page");
    return unlocked;
  };
  return {
    makeBackup: async ({ seat, passphrase }) => writeBackup(await makeTrusteeKey(seat, random), passphrase, workFactor),
    unlock: async ({ seat, passphrase, backup }) => {
      const opened = await openBackup(backup, passphrase, seat);
      if (!opened.ok) return opened;
      unlocked = opened.value;
      return ok(null);
    },
    certificate: (state) => certificateMessage(state, key(), random),
    polynomial: async (state) => {
      const isOwn = (await shareRecipientOf(key())) === state.shareRecipients[key().index - 1];
      return isOwn ? polynomialMessage(state, key(), random) : refuse("OWN_MESSAGE_EXCHANGED");
    },
    verificationKey: async (state) => {
      const made = await verificationKeyMessage(state, key(), random);
      return made.ok ? ok({ verificationKey: made.value.verificationKey }) : made;
    },
    electionKey: (state) => Promise.resolve(electionKeyOf(state)),
    rehearsal: async (state) => {
      const known = electionKeyOf(state);
      if (!known.ok) return known;
      return rehearsalMessage({ ...state, rehearsalPayload: state.rehearsalPayload ?? "" }, key(), random);
    },
    checkSum: ({ state, archive }) => {
      const checked = checkSum(archive, sumOf(state));
      if (checked.ok) checkedSum = JSON.stringify(sumOf(state));
      return Promise.resolve(checked);
    },
    decryption: async (state) => {
      // Security: the key touches exactly what was checked, whatever the server said since.
      if (checkedSum === undefined || checkedSum !== JSON.stringify(sumOf(state)))
        return refuse("SUM_DIFFERS_FROM_BALLOTS");
      return decryptionMessage({ ...state, ...sumOf(state) }, key(), random);
    },
    votingCodes: async ({ input, passphrase }) => {
      const { credentialsPayload, issued, codes } = await makeVotingCodes({
        ...input,
        random,
        ...(onProgress ? { onProgress } : {}),
      });
      return { credentialsPayload, issued, encryptedList: await encryptCodeList(codes, passphrase, workFactor) };
    },
  };
}

function sumOf(state: CeremonyState) {
  return {
    electionPayload: state.electionPayload ?? "",
    trusteesPayload: state.trusteesPayload ?? "",
    encryptedTally: state.encryptedTally ?? "",
  };
}

/** Checks the whole key, and that it is made of the messages that this page has seen. */
function electionKeyOf({
  group,
  trusteesPayload,
  certificates,
}: CeremonyState): Result<{ fingerprint: string }, Refusal> {
  const payload = trusteesPayload ?? "";
  const verified = verifyTrustees(group, payload);
  if (!verified.ok) return verified;
  // Why as text: the certificates stand in the payload letter by letter as they were published.
  if (!certificates.every((certificate) => certificate !== null && payload.includes(certificate)))
    return refuse("OWN_MESSAGE_EXCHANGED");
  return ok({ fingerprint: spokenFingerprint(electionPublicKey(group, payload)) });
}
