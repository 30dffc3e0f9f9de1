// The text of a CSV file, or the first line that is not UTF-8. Spreadsheets of Latin America often save Windows-1252: "José" would be read
// as another name, and nobody would see it before it is frozen. Source: WHATWG Encoding, "fatal".
import type { Refusal, Result } from "../result/index.ts";
import { ok, refuse } from "../result/index.ts";

const lineFeed = 0x0a;

export function decodeCsv(bytes: Uint8Array): Result<string, Refusal<"NOT_UTF8">> {
  const text = decode(bytes);
  return text === undefined ? refuse("NOT_UTF8", { line: firstBadLine(bytes) }) : ok(text);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Why line by line is enough: no character of UTF-8 has the byte of a line feed within it. */
function firstBadLine(bytes: Uint8Array): number {
  let [line, begin] = [1, 0];
  for (;;) {
    const found = bytes.indexOf(lineFeed, begin);
    const end = found === -1 ? bytes.length : found;
    if (decode(bytes.subarray(begin, end)) === undefined || found === -1) return line;
    [line, begin] = [line + 1, found + 1];
  }
}
