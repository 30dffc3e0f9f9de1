// The work behind the worker: holds the one unlocked key in a closure that nothing reads out.
import { loadWebAssemblyBackend } from "#app/lib/ballot-protocol/backends/webassembly-backend.ts";
import {
  assembleThresholdTrustees,
  electionPublicKey,
  serializeTrustees,
  signTrusteeStatement,
  verifyTrustees,
} from "#app/lib/ballot-protocol/index.ts";
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { checkSum } from "../../domain/check-sum.ts";
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";
import { makeTrusteeKey, openBackup, shareRecipientOf, writeBackup } from "../../domain/trustee-backup.ts";
import type { TrusteeKey } from "../../domain/trustee-backup.ts";
import {
  certificateMessage,
  decryptionMessage,
  polynomialMessage,
  rehearsalMessage,
  verificationKeyMessage,
} from "../../domain/trustee-rounds.ts";
import { makeVotingCodes, sealVotingCode } from "../../domain/voting-codes.ts";
import type { CeremonyState, CeremonyWork } from "./ceremony-requests.ts";
import { encryptCodeList, openCodeList } from "./code-list.ts";

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
    electionKey: (state) => electionKeyOf(state, unlocked, random),
    rehearsal: async (state) => {
      const known = await electionKeyOf(state, key(), random);
      if (!known.ok) return known;
      return rehearsalMessage({ ...state, rehearsalPayload: state.rehearsalPayload ?? "" }, key(), random);
    },
    checkSum: async ({ state, archive }) => {
      const known = await electionKeyOf(state, key(), random);
      if (!known.ok) return known;
      const checked = checkSum(archive, sumOf(state), loadWebAssemblyBackend(), onProgress);
      if (checked.ok) checkedSum = JSON.stringify(sumOf(state));
      return checked;
    },
    decryption: async (state) => {
      // Security: the key touches exactly what was checked, whatever the server said since.
      if (checkedSum === undefined || checkedSum !== JSON.stringify(sumOf(state)))
        return refuse("SUM_DIFFERS_FROM_BALLOTS");
      return decryptionMessage({ ...state, ...sumOf(state) }, key(), random);
    },
    statement: async ({ group, text }) => signTrusteeStatement({ group, seed: key().seed, statement: text, random }),
    votingCodes: async ({ input, passphrase }) => {
      const {
        credentialsPayload,
        issued,
        codes: lines,
      } = await makeVotingCodes({
        ...input,
        random,
        ...(onProgress ? { onProgress } : {}),
      });
      return { credentialsPayload, issued, encryptedList: await encryptCodeList(lines, passphrase, workFactor) };
    },
    ...layCodeList(),
  };
}

/** The opened list of codes, in a closure like the key: one code at a time leaves it, sealed or for one allowed vote. */
function layCodeList(): Pick<CeremonyWork, "openCodeList" | "sealCodeAgain" | "codeOf"> {
  let codes = new Map<string, string>();
  return {
    openCodeList: async ({ encrypted, passphrase }) => {
      const opened = await openCodeList(encrypted, passphrase);
      if (!opened.ok) return opened;
      codes = new Map(opened.value.map(({ organizationHandle, code }) => [organizationHandle, code]));
      return ok({ handles: [...codes.keys()] });
    },
    sealCodeAgain: async ({ mailRoomRecipient, recipient }) => {
      const code = codes.get(recipient.organizationHandle);
      return code === undefined
        ? refuse("CODE_NOT_IN_LIST")
        : ok(await sealVotingCode(mailRoomRecipient, recipient, code));
    },
    codeOf: async (handle) => {
      const code = codes.get(handle);
      return code === undefined ? refuse("CODE_NOT_IN_LIST") : ok(code);
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

/**
 * Checks the whole key, that it is made of exactly the messages that this page has seen, and, where a key is unlocked, that its
 * share is one of the shares.
 *
 * Why it is assembled again: whatever else a payload might contain (another key beside, a field that nobody reads) makes another text.
 */
async function electionKeyOf(
  state: CeremonyState,
  own: TrusteeKey | undefined,
  random: RandomBytes,
): Promise<Result<{ fingerprint: string }, Refusal>> {
  const { group, size, threshold } = state;
  const payload = state.trusteesPayload ?? "";
  const certificates = state.certificates.flatMap((each) => each ?? []);
  const polynomials = state.polynomials.flatMap((each) => each ?? []);
  const verificationKeys = state.verificationKeys.flatMap((each) => each ?? []);
  const assembled = assembleThresholdTrustees({
    group,
    size,
    threshold,
    certificates,
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    signatures: polynomials.map(({ signature }) => signature),
    verificationKeys,
  });
  if (!assembled.ok || serializeTrustees([assembled.value]) !== payload) return refuse("ELECTION_KEY_NOT_OF_TRUSTEES");
  const verified = verifyTrustees(group, payload);
  if (!verified.ok) return verified;
  if (own !== undefined) {
    const made = await verificationKeyMessage(state, own, random);
    if (!made.ok) return made;
    const isOwnShareInIt =
      publicKeyIn(made.value.verificationKey) === publicKeyIn(verificationKeys[own.index - 1] ?? "{}");
    if (!isOwnShareInIt) return refuse("ELECTION_KEY_NOT_OF_TRUSTEES");
  }
  return ok({ fingerprint: spokenFingerprint(electionPublicKey(group, payload)) });
}

function publicKeyIn(verificationKey: string): unknown {
  return (JSON.parse(verificationKey) as { public_key?: unknown }).public_key;
}
