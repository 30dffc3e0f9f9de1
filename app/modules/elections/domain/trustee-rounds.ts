// What a trustee's browser computes in each round of the key ceremony and at the count. Private values stay in here:
// what comes out is public, or sealed for one other trustee. Runs in the browser and in the simulation alike.
import { armor, Decrypter, Encrypter } from "age-encryption";
import {
  makePartialDecryption,
  makeRehearsalDecryption,
  makeTrusteeCertificate,
  makeTrusteePolynomial,
  makeVerificationKey,
} from "#app/lib/ballot-protocol/index.ts";
import type { GroupName, ProtocolRefusal, RandomBytes } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { TrusteeKey } from "./trustee-backup.ts";
import { shareRecipientOf } from "./trustee-backup.ts";

export type TrusteeRoundRefusal = ProtocolRefusal | Refusal<"SHARE_DOES_NOT_OPEN">;

/** What the server tells about the ceremony; null where a trustee has not got that far. */
export interface CeremonyMessages {
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  readonly certificates: readonly (string | null)[];
  readonly shareRecipients: readonly (string | null)[];
  readonly polynomials: readonly ({ readonly coefexps: string; readonly signature: string } | null)[];
  /** sealedShares[i] came from trustee i + 1 for the trustee who asks. */
  readonly sealedShares: readonly (string | null)[];
}

/** Round 1. */
export async function certificateMessage(messages: CeremonyMessages, key: TrusteeKey, random: RandomBytes) {
  const { group, size, threshold } = messages;
  return {
    certificate: makeTrusteeCertificate({ group, size, threshold, index: key.index, seed: key.seed, random }),
    shareRecipient: await shareRecipientOf(key),
  };
}

export interface PolynomialMessage {
  readonly coefexps: string;
  readonly signature: string;
  readonly sealedShares: readonly string[];
}

/** Round 2: needs every trustee's round 1. */
export async function polynomialMessage(
  messages: CeremonyMessages,
  key: TrusteeKey,
  random: RandomBytes,
): Promise<Result<PolynomialMessage, TrusteeRoundRefusal>> {
  const { group, size, threshold } = messages;
  const certificates = whole(messages.certificates);
  const made = makeTrusteePolynomial({
    group,
    size,
    threshold,
    index: key.index,
    seed: key.seed,
    certificates,
    random,
  });
  if (!made.ok) return made;
  const recipients = whole(messages.shareRecipients);
  const sealedShares = await Promise.all(
    made.value.shares.map((share, position) => sealShare(share, recipients[position] ?? "")),
  );
  return ok({ coefexps: made.value.coefexps, signature: made.value.signature, sealedShares });
}

/** Round 3: needs every trustee's round 2. `share` never leaves the browser. */
export async function verificationKeyMessage(
  messages: CeremonyMessages,
  key: TrusteeKey,
  random: RandomBytes,
): Promise<Result<{ readonly verificationKey: string; readonly share: string }, TrusteeRoundRefusal>> {
  const { group, size, threshold } = messages;
  const polynomials = whole(messages.polynomials);
  const opened = await openShares(whole(messages.sealedShares), key);
  if (!opened.ok) return opened;
  return makeVerificationKey({
    group,
    size,
    threshold,
    index: key.index,
    seed: key.seed,
    certificates: whole(messages.certificates),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    signatures: polynomials.map(({ signature }) => signature),
    receivedShares: opened.value,
    random,
  });
}

/** Before opening: opens the test ciphertext with the key from the backup file. */
export async function rehearsalMessage(
  messages: CeremonyMessages & { readonly rehearsalPayload: string },
  key: TrusteeKey,
  random: RandomBytes,
): Promise<Result<string, TrusteeRoundRefusal>> {
  const made = await verificationKeyMessage(messages, key, random);
  if (!made.ok) return made;
  const { group, rehearsalPayload } = messages;
  return ok(makeRehearsalDecryption({ group, rehearsal: rehearsalPayload, secret: made.value.share, random }));
}

/** After the close: opens this trustee's part of the sum. */
export async function decryptionMessage(
  messages: CeremonyMessages & { readonly electionPayload: string; readonly encryptedTally: string },
  key: TrusteeKey,
  random: RandomBytes,
): Promise<Result<string, TrusteeRoundRefusal>> {
  const made = await verificationKeyMessage(messages, key, random);
  if (!made.ok) return made;
  const { electionPayload, encryptedTally } = messages;
  return ok(makePartialDecryption({ electionPayload, encryptedTally, secret: made.value.share, random }));
}

async function sealShare(share: string, recipient: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(share));
}

async function openShares(sealed: readonly string[], key: TrusteeKey): Promise<Result<string[], TrusteeRoundRefusal>> {
  const shares: string[] = [];
  for (const [position, text] of sealed.entries()) {
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(key.shareIdentity);
      shares.push(await decrypter.decrypt(armor.decode(text), "text"));
    } catch {
      // Why a refusal: a trustee who sends garbage must be named, not crash the others' browsers.
      return refuse("SHARE_DOES_NOT_OPEN", { trustee: position + 1 });
    }
  }
  return ok(shares);
}

// Why a throw: the pages offer a round only when the messages before it are all there.
function whole<Value>(values: readonly (Value | null)[]): Value[] {
  return values.map((value, position) => {
    if (value === null) throw new Error(`the message of trustee ${position + 1} is missing`);
    return value;
  });
}
