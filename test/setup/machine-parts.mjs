// The parts of the machine that some tests need, and how to get them on Debian and Ubuntu. Plain JavaScript: runs before the packages are there.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { findPostgresqlPrograms } from "../../prisma/throwaway-postgresql.mjs";

/** @typedef {{ name: string, debianPackage: string, isThere: () => boolean }} MachinePart */

/** @type {MachinePart[]} */
export const machineParts = [
  {
    name: "Chromium",
    debianPackage: "chromium",
    isThere: () =>
      process.env.PLENARIA_CHROMIUM !== undefined || hasProgram("chromium", "chromium-browser", "google-chrome"),
  },
  {
    name: "PostgreSQL",
    debianPackage: "postgresql",
    isThere: () => findPostgresqlPrograms() !== undefined,
  },
  { name: "belenios-tool", debianPackage: "belenios-tool", isThere: () => hasProgram("belenios-tool") },
  { name: "whois", debianPackage: "whois", isThere: () => hasProgram("whois") },
  { name: "Knot DNS", debianPackage: "knot", isThere: () => hasProgram("knotd") },
  { name: "kzonecheck", debianPackage: "knot-dnssecutils", isThere: () => hasProgram("kzonecheck") },
  { name: "named-checkzone", debianPackage: "bind9-utils", isThere: () => hasProgram("named-checkzone") },
];

/** Installs what is missing, where this machine lets us; answers what is still missing and why. */
export function installMissingParts(say) {
  const missing = machineParts.filter((part) => !part.isThere());
  if (missing.length === 0) return [];
  const refusal = whyNotApt();
  if (refusal !== undefined)
    return missing.map(({ name, debianPackage }) => ({
      name,
      why: `${refusal} Debian: apt-get install ${debianPackage}`,
    }));
  say(`Installing with apt-get: ${missing.map(({ debianPackage }) => debianPackage).join(", ")}`);
  aptGet(["update", "-qq"]);
  // Why one by one: a package that this release does not have must not keep the others away.
  const failures = new Map(
    missing.map(({ name, debianPackage }) => [
      name,
      aptGet(["install", "-y", "-qq", "--no-install-recommends", debianPackage]),
    ]),
  );
  return missing
    .filter((part) => !part.isThere())
    .map(({ name, debianPackage }) => ({
      name,
      why: `apt-get install ${debianPackage} failed: ${failures.get(name)}`,
    }));
}

function whyNotApt() {
  if (process.env.PLENARIA_NO_APT === "1") return "PLENARIA_NO_APT=1 forbids installing it.";
  if (!hasProgram("apt-get")) return "It is installed by hand here: there is no apt-get.";
  if (process.getuid?.() === 0 || spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0) return undefined;
  return "It is installed by hand here: this user is not root and sudo asks for a password.";
}

function aptGet(parameters) {
  const isRoot = process.getuid?.() === 0;
  const words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...parameters];
  const [program = "", ...rest] = isRoot ? words : ["sudo", "-n", ...words];
  const run = spawnSync(program, rest, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return run.status === 0 ? "" : run.stderr.trim().split("\n").slice(-3).join(" ");
}

function hasProgram(...names) {
  // Why the last two: Debian keeps servers there, and not everybody's PATH has them.
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return names.some((name) => folders.some((folder) => isExecutable(join(folder, name))));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Why: "no such program" is an answer here.
    return false;
  }
}
