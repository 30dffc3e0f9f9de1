// What must stand before anything of ours can run: packages, database clients, the built pages. Each is made only when it is missing or stale.
// Plain JavaScript, because it runs before anything is installed. npm start, npm test and npm run dev begin here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const installedStamp = join(root, "node_modules/.plenaria-installed");
const builtStamp = join(root, "build/.plenaria-built");
const verifierStamp = join(root, "build/verifier/.plenaria-built");
const verifierConfig = "app/processes/verifier.vite.config.mjs";
const verifierSources = [
  "app/processes/command-line/verify-roll-proof.ts",
  "app/lib",
  "app/processes/command-line/audit-election.ts",
  verifierConfig,
  "package-lock.json",
];
const sources = ["app", "emails", "prisma/schema", "vite.config.ts", "remix.config.js", "package-lock.json"];

/** Installs the packages when package.json asks for others than are there. */
export function installPackages() {
  const wanted = wantedPackages();
  if (!isStale(installedStamp, wanted)) return;
  // Why not `npm ci`: it refuses a lock file that leaves out other platforms' optional binaries.
  step("Installing the packages (a minute or two, once)", () => {
    run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
  remember(installedStamp, wanted);
}

// Why not the whole file: a new script in package.json needs no installation.
function wantedPackages() {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return createHash("sha256")
    .update(JSON.stringify([dependencies, devDependencies, allowScripts]))
    .digest("hex");
}

/** Generates the two database clients when a model changed. */
export function generateDatabaseClients() {
  step("Generating the database clients", () => run(process.execPath, ["prisma/generate.mjs"]));
}

/** Builds the pages when something that they are made of changed; answers whether the build stands. */
export function buildPages({ mayFail = false } = {}) {
  const wanted = fingerprint(sources);
  if (!isStale(builtStamp, wanted)) return true;
  let isBuilt = false;
  step("Building the pages", () => {
    isBuilt = run(
      process.execPath,
      ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"],
      mayFail,
    );
  });
  if (isBuilt) remember(builtStamp, wanted);
  return isBuilt;
}

/** Compiles the verifier of archives when something that it is made of changed. */
export function buildVerifier() {
  const wanted = fingerprint(verifierSources);
  if (!isStale(verifierStamp, wanted)) return;
  step("Compiling the verifier", () =>
    run(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--config", verifierConfig]),
  );
  remember(verifierStamp, wanted);
}

/** The folder of the compiled verifier, if it is made of the sources as they are now; a stale one is as good as none. */
export function findCompiledVerifier() {
  return isStale(verifierStamp, fingerprint(verifierSources)) ? undefined : join(verifierStamp, "..");
}

/** Everything, in the order in which each needs the one before. */
export function prepareAll() {
  installPackages();
  generateDatabaseClients();
  buildPages();
  buildVerifier();
}

function step(title, work) {
  const started = process.hrtime.bigint();
  work();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (seconds > 1) console.error(`${title}: ${seconds.toFixed(1)} s`);
}

/** Runs a program; where it fails, answers false or ends ours. */
function run(command, args, mayFail = false) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      npm_config_include: "dev",
      PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (result.status === 0) return true;
  console.error(`\n"${command} ${args.join(" ")}" failed; what it said stands above.`);
  if (mayFail) return false;
  process.exit(1);
}

/** One hash over the content of files and folders. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) return void hash.update(path).update(readFileSync(full));
    for (const name of readdirSync(full).sort()) if (!isNoSource(name)) visit(`${path}/${name}`);
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

function isNoSource(name) {
  return name === "generated" || /\.test\.tsx?$/.test(name);
}

function isStale(stamp, wanted) {
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted;
}

function remember(stamp, value) {
  mkdirSync(join(stamp, ".."), { recursive: true });
  writeFileSync(stamp, value);
}
