// The list of voting codes that a commission member may keep, as a spreadsheet inside a standard age file, so that a code that
// was lost can be sent again without anybody else having known it. Source: age-encryption.org/v1 (scrypt).
import { armor, Encrypter } from "age-encryption";
import type { VotingCodeLine } from "../../domain/voting-codes.ts";

/** One line per organisation: handle, address, code. */
export async function encryptCodeList(codes: readonly VotingCodeLine[], passphrase: string, workFactor = 18): Promise<string> {
  const lines = codes.map(({ organizationHandle, contactEmail, code }) => [organizationHandle, contactEmail, code].map(quote).join(","));
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return armor.encode(await encrypter.encrypt(["organization,email,code", ...lines, ""].join("\r\n")));
}

/** Source: RFC 4180 §2. Security: a value that a spreadsheet would calculate gets an apostrophe first (OWASP CSV injection). */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
