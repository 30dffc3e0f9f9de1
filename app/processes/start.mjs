// `npm start`: on a fresh machine installs, generates, builds what is missing, then serves. A second start skips what is done.
// Plain JavaScript, because it runs before anything is installed. The program itself is serve.ts.
import { spawn } from "node:child_process";
import { prepareAll, root } from "./prepare.mjs";
import { requireNode } from "./require-node.mjs";

requireNode();
process.chdir(root);
prepareAll();
if (process.argv.includes("--prepare-only")) process.exit(0);

const serve = spawn(process.execPath, ["--enable-source-maps", "--import", "tsx", "app/processes/serve.ts"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => serve.kill(signal));
serve.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
