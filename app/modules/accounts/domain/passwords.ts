// Hashing of passwords. Source: OWASP Password Storage Cheat Sheet (argon2id, 19 MiB, two passes, one lane).
import { hash, verify } from "@node-rs/argon2";
import type { RandomBytes } from "#app/platform/randomness.server.ts";

// Why no algorithm here: argon2id is the library's default, and its enumeration cannot be imported under isolatedModules.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The text that is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

let dummyHash: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed.
 *
 * Security: where there is no hash, the same work is done against one that nobody's password fits,
 * so that the time of the answer does not tell whether the user ID exists.
 */
export async function isPasswordRight(storedHash: string | null | undefined, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(storedHash ?? (await dummyHash), password.normalize("NFKC"));
  return isRight && storedHash !== null && storedHash !== undefined;
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A one-off password: four groups that can be read aloud, about 79 random bits. */
export function inventPassword(random: RandomBytes): string {
  const characters: string[] = [];
  while (characters.length < 16) {
    // Why 248: the largest multiple of 31 in a byte, so that no letter is likelier than another.
    for (const byte of random(24)) if (byte < 248 && characters.length < 16) characters.push(letters[byte % 31] ?? "");
  }
  return characters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
