// `npm run -s plenaria -- <noun> <verb>`: checks that it can run, then hands over to command-line.ts.
// Plain JavaScript, because it must also speak where nothing is installed yet.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { requireNode } from "./require-node.mjs";

requireNode();
const root = fileURLToPath(new URL("../..", import.meta.url));
if (!existsSync(`${root}node_modules/tsx`)) {
  console.error(
    "error: Plenaria's packages are not installed yet.\n  do: Run `npm start` once (it installs everything), or `npm install`, then try again.",
  );
  process.exit(2);
}
const { register } = await import("tsx/esm/api");
register();
const { runCommandLine } = await import("./command-line.ts");
process.exitCode = await runCommandLine(process.argv.slice(2));
