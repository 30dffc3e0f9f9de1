// Which program ran: its version, its commit if it knows it, and the hash of every file that the voter's browser was served.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SoftwareDocument } from "#app/lib/audit-bundle/index.ts";

const root = `${folderWithPackage(dirname(fileURLToPath(import.meta.url)))}/`;
let known: Promise<SoftwareDocument> | undefined;

/** Read once: a running program does not change. */
export function softwareDocument(): Promise<SoftwareDocument> {
  known ??= readSoftware();
  return known;
}

async function readSoftware(): Promise<SoftwareDocument> {
  const { name, version } = JSON.parse(await readFile(`${root}package.json`, "utf8")) as Record<string, string>;
  return {
    format: "plenaria-software/1",
    name: name ?? "",
    version: version ?? "",
    commit: await commitOf(),
    files: await servedFiles(),
  };
}

/** The commit that the folder stands at; "" where it is no working copy. */
async function commitOf(): Promise<string> {
  try {
    const head = (await readFile(`${root}.git/HEAD`, "utf8")).trim();
    const [, reference] = /^ref: (.+)$/.exec(head) ?? [];
    if (reference === undefined) return head;
    return (await readFile(`${root}.git/${reference}`, "utf8")).trim();
  } catch {
    return "";
  }
}

/** The built scripts and styles; none where the program runs without a build (tests, the command line). */
async function servedFiles(): Promise<SoftwareDocument["files"]> {
  const folder = `${root}build/client/assets`;
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = names.filter((name) => /\.(js|css|wasm)$/.test(name)).sort();
  return Promise.all(
    files.map(async (path) => ({
      path: `assets/${path}`,
      sha256: createHash("sha256")
        .update(await readFile(`${folder}/${path}`))
        .digest("hex"),
    })),
  );
}

/** Why searched: this file stands elsewhere once the pages are built. */
function folderWithPackage(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, "package.json")) || above === folder ? folder : folderWithPackage(above);
}
