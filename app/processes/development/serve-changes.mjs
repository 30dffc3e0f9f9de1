// `npm run dev`: serves as npm start does, and builds and starts again whenever something that the product is made of changes.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { buildPages, generateDatabaseClients, prepareAll, root } from "../prepare.mjs";
import { requireNode } from "../require-node.mjs";

const quietMilliseconds = 300;

requireNode();
process.chdir(root);
prepareAll();
let serving = serve();
let waiting;
for (const folder of ["app", "emails", "prisma/schema"]) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || /generated|\.test\.tsx?$/.test(file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(startAgain, quietMilliseconds);
  });
}

function serve() {
  return spawn(process.execPath, ["--enable-source-maps", "--import", "tsx", "app/processes/serve.ts"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
}

function startAgain() {
  generateDatabaseClients();
  if (!buildPages({ mayFail: true })) return;
  serving.once("exit", () => (serving = serve()));
  serving.kill("SIGTERM");
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    serving.kill(signal);
    process.exit(0);
  });
}
