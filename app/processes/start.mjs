// `npm start`: on a fresh machine installs, generates, migrates and builds what is missing, then serves. A second start skips what is done.
// Plain JavaScript, because it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);

requireNode();
if (isStale("node_modules/.plenaria-installed", fingerprint(["package.json"]))) {
  // Why not `npm ci`: it refuses a lock file that leaves out other platforms' optional binaries.
  step("Installing the packages (a minute or two, once)", () => run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"]));
  remember("node_modules/.plenaria-installed", fingerprint(["package.json"]));
}
step("Generating the database clients", () => run(process.execPath, ["prisma/generate.mjs"]));
const sources = fingerprint(["app", "emails", "prisma/schema", "vite.config.ts", "remix.config.js", "package-lock.json"]);
if (isStale("build/.plenaria-built", sources)) {
  step("Building the pages", () => run(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"]));
  remember("build/.plenaria-built", sources);
}
if (process.argv.includes("--prepare-only")) process.exit(0);

const serve = spawn(process.execPath, ["--enable-source-maps", "--import", "tsx", "app/processes/serve.ts"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => serve.kill(signal));
serve.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Plenaria needs Node 20.19 or later; this is ${process.versions.node}. Install a newer Node and start again.`);
  process.exit(2);
}

function step(title, work) {
  const started = process.hrtime.bigint();
  work();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (seconds > 1) console.error(`${title}: ${seconds.toFixed(1)} s`);
}

function run(command, args) {
  const result = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", npm_config_include: "dev", PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1" },
  });
  if (result.status === 0) return;
  console.error(`\n"${command} ${args.join(" ")}" failed; what it said stands above. Nothing was started.`);
  process.exit(1);
}

/** One hash over the content of files and folders. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void hash.update(path).update(readFileSync(path));
    for (const name of readdirSync(path).sort()) if (name !== "generated") visit(join(path, name));
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

function isStale(stamp, wanted) {
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted;
}

function remember(stamp, value) {
  mkdirSync(join(stamp, ".."), { recursive: true });
  writeFileSync(stamp, value);
}
