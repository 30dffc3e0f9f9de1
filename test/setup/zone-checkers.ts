// Debian's two checkers of zone files, over every file of a published set. Call it in tests described with both parts.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serialOf } from "#app/modules/reverse-dns/domain/zone-file.ts";
import { pathOfPart } from "./requirements.ts";

/** Throws what a checker says of the first file that it refuses; answers with the names of all. */
export function checkZones(published: string): string[] {
  const files = readdirSync(published).sort();
  for (const file of files) {
    const apex = file.replace(/\.zone$/, "");
    const path = join(published, file);
    execFileSync(pathOfPart("kzonecheck"), ["-o", apex, path], { stdio: "pipe" });
    execFileSync(pathOfPart("named-checkzone"), ["-i", "local", apex, path], { stdio: "pipe" });
  }
  return files;
}

/** The serial number of each zone of a published set. */
export function serialsIn(published: string): Record<string, number> {
  return Object.fromEntries(
    readdirSync(published).map((file) => [
      file.replace(/\.zone$/, ""),
      serialOf(readFileSync(join(published, file), "utf8")) ?? 0,
    ]),
  );
}
