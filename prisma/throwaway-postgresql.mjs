// A PostgreSQL cluster in a temporary folder, on a free port of the loopback, gone when stopped.
// For the integration tests and for writing migrations; never for real data (fsync is off).
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { throwawayFolder } from "./throwaway-folder.mjs";

/** Nothing here must outlive the machine's power. */
const forgetful = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=256MB",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/** The folder of the newest installed PostgreSQL server programs, or undefined where there is none. */
export function findPostgresqlPrograms() {
  const versions = "/usr/lib/postgresql";
  if (existsSync(versions)) {
    const newest = readdirSync(versions)
      .filter((name) => /^\d+$/.test(name))
      .sort((a, b) => Number(b) - Number(a))[0];
    if (newest && existsSync(join(versions, newest, "bin/initdb"))) return join(versions, newest, "bin");
  }
  return process.env.PATH?.split(":").find((folder) => existsSync(join(folder, "initdb")));
}

/** Starts a cluster; answers its URL without a database name, and how to stop it. */
export async function startThrowawayPostgresql() {
  const programs = findPostgresqlPrograms();
  if (!programs)
    throw new Error("PostgreSQL's server programs are not installed (Debian: apt-get install postgresql).");
  const folder = throwawayFolder("plenaria-postgresql-");
  chmodSync(folder, 0o777);
  const files = join(folder, "files");
  const port = await freePort();
  run(programs, "initdb", [
    "-D",
    files,
    "-U",
    "postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  run(programs, "pg_ctl", [
    "-D",
    files,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200 ${forgetful}`,
    "start",
  ]);
  return {
    urlOf: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop() {
      run(programs, "pg_ctl", ["-D", files, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(programs, program, args) {
  // Why: PostgreSQL refuses to run as root.
  const isRoot = userInfo().uid === 0;
  const [command, commandArgs] = isRoot
    ? ["runuser", ["-u", "postgres", "--", join(programs, program), ...args]]
    : [join(programs, program), args];
  const result = spawnSync(command, commandArgs, {
    encoding: "utf8",
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stdout}${result.stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
