// A trustee's key on file: everything private of one trustee, under a passphrase, as a standard age file (scrypt),
// so that it opens without us too: `age --decrypt backup.age`. Runs in the trustee's browser. Source: age-encryption.org/v1.
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { generateTrusteeSeed, isTrusteeSeed } from "#app/lib/ballot-protocol/index.ts";
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

export interface TrusteeKey {
  readonly electionId: string;
  readonly index: number;
  /** From the seed follow the signing key, the decryption key and the polynomial. */
  readonly seed: string;
  /** Opens the shares that the other trustees sealed for this one. */
  readonly shareIdentity: string;
}

export type BackupRefusal = Refusal<"BACKUP_DOES_NOT_OPEN" | "BACKUP_OF_ANOTHER_ELECTION">;

/** Short enough to type, long enough that guessing it costs more than an election is worth. */
export const shortestPassphrase = 12;

/** A new key for one seat. */
export async function makeTrusteeKey(
  seat: { readonly electionId: string; readonly index: number },
  random: RandomBytes,
): Promise<TrusteeKey> {
  return { ...seat, seed: generateTrusteeSeed(random), shareIdentity: await generateX25519Identity() };
}

/** The public half of the channel on which the others send their shares. */
export function shareRecipientOf(key: TrusteeKey): Promise<string> {
  return identityToRecipient(key.shareIdentity);
}

/** The backup file's text. `workFactor` is the logarithm of scrypt's N; 18 takes about a second on a phone. */
export async function writeBackup(key: TrusteeKey, passphrase: string, workFactor = 18): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return armor.encode(await encrypter.encrypt(JSON.stringify(key)));
}

/** The key again. Refuses a wrong passphrase or a damaged file, and the backup of another election or seat. */
export async function openBackup(
  backup: string,
  passphrase: string,
  seat: { readonly electionId: string; readonly index: number },
): Promise<Result<TrusteeKey, BackupRefusal>> {
  const key = await decryptKey(backup, passphrase);
  if (key === undefined) return refuse("BACKUP_DOES_NOT_OPEN");
  if (key.electionId !== seat.electionId || key.index !== seat.index) return refuse("BACKUP_OF_ANOTHER_ELECTION");
  return ok(key);
}

async function decryptKey(backup: string, passphrase: string): Promise<TrusteeKey | undefined> {
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return readKey(JSON.parse(await decrypter.decrypt(armor.decode(backup), "text")));
  } catch {
    // Why no detail: age does not tell a wrong passphrase from a damaged file, and neither can we.
    return undefined;
  }
}

// Why: a file that opens may still be something else, the list of voting codes for example.
function readKey(value: unknown): TrusteeKey | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { electionId, index, seed, shareIdentity } = value as Partial<Record<keyof TrusteeKey, unknown>>;
  const hasShape = typeof electionId === "string" && typeof index === "number" && typeof shareIdentity === "string";
  if (!hasShape || typeof seed !== "string" || !isTrusteeSeed(seed)) return undefined;
  return { electionId, index, seed, shareIdentity };
}
