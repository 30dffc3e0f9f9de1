// The zone files of one publication as a set in a folder of its own, and the link "current" that is moved to it in one step: whoever reads
// sees all files of one publication or all of the one before, wherever a publisher is stopped.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { serialOf } from "../domain/zone-file.ts";

export interface ZoneFile {
  readonly apex: string;
  readonly serial: number;
  readonly text: string;
}

const suffix = ".zone";

/** The link that is moved. */
export function currentSetIn(parent: string): string {
  return join(parent, "current");
}

/** The serial numbers that name servers may have read from here, by zone. */
export function serialsStandingIn(parent: string): Map<string, number> {
  const current = currentSetIn(parent);
  if (!existsSync(current)) return new Map();
  const files = readdirSync(current).filter((name) => name.endsWith(suffix));
  return new Map(
    files.map((name) => [name.slice(0, -suffix.length), serialOf(readFileSync(join(current, name), "utf8")) ?? 0]),
  );
}

/** Call it with the writers' lock: of two who publish at once, the later one must move the link last. */
export function publishSet(parent: string, files: readonly ZoneFile[]): void {
  // Why the sum: no zone goes away and no number falls, so it grows with every change and orders publications.
  const sum = files.reduce((total, { serial }) => total + BigInt(serial), 0n);
  const generation = `set-${sum.toString().padStart(20, "0")}`;
  const current = currentSetIn(parent);
  const standing = existsSync(current) ? readlinkSync(current) : "";
  if (standing === generation) return;
  const folder = join(parent, generation);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Why flushed: the link must not outlive a loss of power that the files behind it did not survive.
  for (const { apex, text } of files) writeFileSync(join(folder, `${apex}${suffix}`), text, { flush: true });
  const link = join(parent, `${generation}.link`);
  rmSync(link, { force: true });
  symlinkSync(generation, link);
  renameSync(link, current);
  for (const name of readdirSync(parent)) {
    // Why the one before stays: a name server may be reading it.
    if (name.startsWith("set-") && name !== generation && name !== standing)
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
