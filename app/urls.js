// Every address of the product, gathered from the modules. remix.config.js reads it; `npm run map` prints it.
import { readdirSync, existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * @typedef {object} Url
 * @property {string} path without the leading slash; "" is the front page
 * @property {"open" | "my" | "staff" | "api"} door who stands before it
 * @property {string} file the route module, from app/
 */

const app = fileURLToPath(new URL(".", import.meta.url));

/** All URLs: the shell's own, then each module's urls.js in alphabetical order. */
export async function listUrls() {
  const owners = [
    "shell",
    ...readdirSync(`${app}modules`)
      .sort()
      .map((name) => `modules/${name}`),
  ];
  const tables = owners.map((owner) => `${app}${owner}/urls.js`).filter((file) => existsSync(file));
  const loaded = await Promise.all(tables.map((file) => import(pathToFileURL(file).href)));
  return loaded.flatMap((table) => /** @type {Url[]} */ (table.urls));
}
