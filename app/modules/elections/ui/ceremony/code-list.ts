// The list of voting codes that a commission member may keep, as a spreadsheet inside a standard age file, so that a code that
// was lost can be sent again without anybody else having known it. Source: age-encryption.org/v1 (scrypt).
import { armor, Encrypter } from "age-encryption";
import { csvLine } from "../../domain/csv-line.ts";
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
  return armor.encode(await encrypter.encrypt([csvLine(["organization", "email", "code"]), ...lines, ""].join("\r\n")));
}
