// Parts of the machine that some tests need. A missing one leaves its tests out, loudly; under CI=true or PLENARIA_REQUIRE_ALL=1 it fails them.
import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { findPostgresqlPrograms } from "#prisma/throwaway-postgresql.mjs";
import { mustHaveAllParts, noteLeftOut } from "./left-out.ts";

interface Part {
  /** Where it is, or undefined. */
  find(): string | undefined;
  readonly remedy: string;
  /** Whether a build server can install it. What it cannot is left out there too, unless PLENARIA_REQUIRE_ALL=1. */
  readonly isInstallable: boolean;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where a newer Debian may lie, for programs that this one does not have. */
const sidFolder = process.env["PLENARIA_SID"] ?? "/opt/sid";

const parts = {
  chromium: {
    find: () => process.env["PLENARIA_CHROMIUM"] ?? findProgram("chromium", "chromium-browser", "google-chrome"),
    remedy: "Debian: apt-get install chromium; elsewhere set PLENARIA_CHROMIUM to the path of a Chromium.",
    isInstallable: true,
  },
  postgresql: {
    find: findPostgresqlPrograms,
    remedy: "Debian: apt-get install postgresql.",
    isInstallable: true,
  },
  psql: {
    find: () => findProgram("psql"),
    remedy: "Debian: apt-get install postgresql-client.",
    isInstallable: true,
  },
  "belenios-tool": {
    find: () => findProgram("belenios-tool"),
    remedy: "Debian 12: apt-get install belenios-tool (version 2.0).",
    isInstallable: true,
  },
  whois: { find: () => findProgram("whois"), remedy: "Debian: apt-get install whois.", isInstallable: true },
  "rdap-test": {
    find: () => findProgram("rdap-test") ?? findInSid("rdap-test"),
    remedy:
      "Debian sid: apt-get install icann-rdap-cli. On an older one, as root: debootstrap --variant=minbase --include=icann-rdap-cli sid /opt/sid (elsewhere: set PLENARIA_SID).",
    isInstallable: false,
  },
  knotd: { find: () => findProgram("knotd"), remedy: "Debian: apt-get install knot.", isInstallable: true },
  kzonecheck: {
    find: () => findProgram("kzonecheck"),
    remedy: "Debian: apt-get install knot-dnssecutils.",
    isInstallable: true,
  },
  "named-checkzone": {
    find: () => findProgram("named-checkzone"),
    remedy: "Debian: apt-get install bind9-utils.",
    isInstallable: true,
  },
  "shared data": {
    find: () =>
      [process.env["PLENARIA_SHARED_DATA"] ?? "", join(root, "../shared/data")].find(
        (folder) => folder !== "" && existsSync(folder),
      ),
    remedy: "Set PLENARIA_SHARED_DATA to the folder that holds registry/ and ballot-archives/.",
    isInstallable: false,
  },
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

/** The path of a part, or undefined where this machine has none. */
export function findPart(name: PartName): string | undefined {
  return parts[name].find();
}

/** The path of a part; throws where it is missing. Call it inside tests that are described with `describeWith`. */
export function pathOfPart(name: PartName): string {
  const path = findPart(name);
  if (path === undefined) throw new Error(`${name} is missing. ${parts[name].remedy}`);
  return path;
}

/**
 * Whether the tests that need this part can run. Where they cannot, they are noted as left out,
 * or it throws when this run must have all parts.
 */
export function requireOrLeaveOut(name: PartName, tests: string): boolean {
  if (findPart(name) !== undefined) return true;
  if (mustHave(name))
    throw new Error(`${tests}: ${name} is missing, and this run must have all parts. ${parts[name].remedy}`);
  noteLeftOut({ part: name, tests, remedy: parts[name].remedy });
  return false;
}

/** A `describe` for tests that need some parts. */
export function describeWith(names: PartName | readonly PartName[], title: string, body: () => void): void {
  const missing = [names].flat().filter((name) => findPart(name) === undefined);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  if (missing.some(mustHave)) {
    test(`${title}: has all the parts it needs`, () => {
      for (const name of missing) pathOfPart(name);
    });
    return;
  }
  for (const name of missing) requireOrLeaveOut(name, title);
  describe.skip(title, body);
}

function mustHave(name: PartName): boolean {
  return parts[name].isInstallable ? mustHaveAllParts() : process.env["PLENARIA_REQUIRE_ALL"] === "1";
}

function findProgram(...names: readonly string[]): string | undefined {
  // Why the last two: Debian keeps servers there, and not everybody's PATH has them.
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** A program of a newer Debian that lies in a folder of its own. */
function findInSid(name: string): string | undefined {
  const program = join(sidFolder, "usr/bin", name);
  return isExecutable(program) ? program : undefined;
}

/** How to call a program that was found by `pathOfPart`, with what it needs of its own system. */
export function commandOf(path: string): readonly [command: string, ...before: string[]] {
  return path.startsWith(sidFolder) ? ["chroot", sidFolder, path.slice(sidFolder.length)] : [path];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Why: "no such program" is an answer here.
    return false;
  }
}
