// `npm run check`: what can be known in under a minute. Types, lint, dependency rules, format, architecture and pure tests.
import { spawnSync } from "node:child_process";
import { generateDatabaseClients, root } from "../prepare.mjs";
import { checks } from "./checks.mjs";

process.chdir(root);
generateDatabaseClients();
const tests = {
  name: "pure and architecture tests",
  remedy: "See them again with: npm run test:pure and npm run test:architecture",
  parameters: [
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", "--reporter", "dot"],
    ...["--project", "pure", "--project", "architecture"],
  ],
};
let failures = 0;
for (const { name, remedy, parameters } of [...checks, tests]) {
  const run = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  const passed = run.status === 0;
  console.log(`${passed ? "passed" : "FAILED"}  ${name}`);
  if (passed) continue;
  failures += 1;
  console.log(`${run.stdout}${run.stderr}\n${remedy}\n`);
}
process.exitCode = failures === 0 ? 0 : 1;
