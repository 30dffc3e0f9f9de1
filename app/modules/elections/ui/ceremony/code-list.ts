// The list of voting codes that a commission member may keep, as a spreadsheet inside a standard age file, so that a code that
// was lost can be sent again without anybody else having known it. Source: age-encryption.org/v1 (scrypt).
import { armor, Decrypter, Encrypter } from "age-encryption";
import { csvLine, readCsv } from "#app/lib/csv/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { VotingCodeLine } from "../../domain/voting-codes.ts";

/** One line per organisation: handle, address, code. */
export async function encryptCodeList(
  codes: readonly VotingCodeLine[],
  passphrase: string,
  workFactor = 18,
): Promise<string> {
  const lines = codes.map(({ organizationHandle, contactEmail, code }) =>
    csvLine([organizationHandle, contactEmail, code]),
  );
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return armor.encode(await encrypter.encrypt([csvLine(["organization", "email", "code"]), ...lines].join("")));
}

export type CodeListRefusal = Refusal<"CODE_LIST_DOES_NOT_OPEN">;

/** Opens the list again. A wrong passphrase and a file that is none cannot be told apart, and need not be. */
export async function openCodeList(
  encrypted: string,
  passphrase: string,
): Promise<Result<VotingCodeLine[], CodeListRefusal>> {
  const text = await decrypt(encrypted, passphrase);
  if (text === undefined) return refuse("CODE_LIST_DOES_NOT_OPEN");
  const [, ...records] = readCsv(text);
  return ok(
    records.map(({ cells: [organizationHandle = "", contactEmail = "", code = ""] }) => ({
      organizationHandle,
      contactEmail,
      code,
    })),
  );
}

async function decrypt(encrypted: string, passphrase: string): Promise<string | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(encrypted), "text");
  } catch {
    // Why no detail: whoever holds the file learns from us neither which of the two was wrong nor why.
    return undefined;
  }
}
