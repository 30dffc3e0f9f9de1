// The lines of a file, read as a stream and hashed on the way.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Calls `onLine` for each line; stops at the first false. Gives the SHA-256 (hex) of what was read and the bytes. */
export async function readLines(
  path: string,
  onLine: (line: string, bytesRead: number) => boolean,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  let rest = "";
  // Why latin1: one byte is one character, so a chunk never ends inside one; the format itself is ASCII.
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (onLine(line, bytes)) continue;
      stream.destroy();
      return { sha256: hash.digest("hex"), bytes };
    }
  }
  if (rest !== "") onLine(rest, bytes);
  return { sha256: hash.digest("hex"), bytes };
}
