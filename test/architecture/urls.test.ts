// Every address leads to one file, every route file has an address, and a file stands behind the door that its address names.
import { expect, test } from "vitest";
import { listUrls } from "../../app/urls.js";
import { exists, listFiles } from "./source-files.ts";

const urls = await listUrls();

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

test("no two pages have the same address", () => {
  expect(repeated(urls.map(({ path }) => path.replace(/:\w+/g, ":")))).toEqual([]);
  expect(repeated(urls.map(({ file }) => file))).toEqual([]);
});

test("addresses have no slash at their ends and are lower-case words", () => {
  const strange = urls.filter(({ path }) => !/^$|^\*$|^([a-z0-9.-]+|:\w+)(\/([a-z0-9.-]+|:\w+))*(\/\*)?$/.test(path));
  expect(strange.map(({ path }) => path)).toEqual([]);
});

test("every address leads to a file", () => {
  expect(urls.filter(({ file }) => !exists(`app/${file}`))).toEqual([]);
});

test("a file stands behind the door that its address names", () => {
  const wrong = urls.filter(({ file, door }) => file.startsWith("modules/") && !file.includes(`/routes/${door}/`));
  expect(wrong).toEqual([]);
});

test("every route file has an address", () => {
  const known = new Set(urls.map(({ file }) => `app/${file}`));
  const routes = listFiles("app/modules", /\/routes\/(open|my|staff|api)\/[^/]+\.tsx$/);
  expect(routes.filter((path) => !known.has(path) && !/\.test\.tsx$/.test(path))).toEqual([]);
});
