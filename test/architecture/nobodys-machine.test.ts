// The repository works on every machine, so it must not name one: no folder of a person, no private address, no private package registry.
import { expect, test } from "vitest";
import { listCommittedFiles, placeOf, textOf } from "./source-files.ts";

const texts = /\.(ts|tsx|js|mjs|json|md|prisma|css|sql|yml|yaml|toml|sh|html|txt)$|^\.ci\/|^\.[a-z]+(rc|ignore)$/;

const patterns: [what: string, pattern: RegExp][] = [
  ["a folder of somebody's machine", /(?<![\w.#@])\/(?:home|root|Users|work|workspace|mnt)\/[\w.-]+/g],
  ["a private address", /https?:\/\/(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/g],
  ["a host that only one network knows", /https?:\/\/[\w.-]+\.(?:internal|corp|lan|intranet)\b/g],
];

test.each(patterns)("nothing committed names %s", (_what, pattern) => {
  const found = listCommittedFiles()
    .filter((path) => texts.test(path) && path !== "test/architecture/nobodys-machine.test.ts")
    .flatMap((path) => {
      const text = textOf(path);
      return [...text.matchAll(pattern)].map((match) => `${placeOf(path, text, match.index)} ${match[0]}`);
    });
  expect(found).toEqual([]);
});

test("the lock file names no package registry but the public one", () => {
  const hosts = [...textOf("package-lock.json").matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(
    ([, host = ""]) => host,
  );
  expect([...new Set(hosts)].filter((host) => host !== "registry.npmjs.org")).toEqual([]);
});
