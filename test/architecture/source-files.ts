// Reads the house for the tests in this folder: its files, modules, models, sentences.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Whether the repository has such a file or folder. */
export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

/** All files under a folder, as paths from the root; generated ones left out. */
export function listFiles(folder: string, pattern = /./): string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => pattern.test(path) && !path.includes("/generated/"))
    .sort();
}

/** The names directly inside a folder. */
export function listNames(folder: string): { name: string; isFolder: boolean }[] {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
  }));
}

/** The modules that have a folder. */
export function listModuleFolders(): string[] {
  return listNames("app/modules")
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name)
    .sort();
}

/** What would be committed: tracked files and new ones that are not ignored. */
export function listCommittedFiles(): string[] {
  const run = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`git cannot list the files: ${run.stderr}`);
  return run.stdout.split("\n").filter((path) => path !== "" && exists(path));
}

/** A place in a file, as people can click it. */
export function placeOf(path: string, text: string, index: number): string {
  return `${path}:${text.slice(0, index).split("\n").length}`;
}

/** Source without comments, so that words in prose are not taken for code. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
}
