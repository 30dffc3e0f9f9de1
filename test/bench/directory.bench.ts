// How many questions a second RDAP and WHOIS answer on one core with the whole register, beside bare servers that answer as much in the same run.
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { layGround } from "#app/processes/ground.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";

interface Doors {
  readonly ports: Readonly<Record<"rdap" | "bare" | "whois" | "bareTcp", number>>;
  readonly loadSeconds: number;
}

const seconds = 6;
const callers = 16;
/** About what an RDAP answer about a network is. */
const wordsLength = 2_600;

export async function benchDirectory(print: (line: string) => void): Promise<void> {
  const registry = join(process.env["PLENARIA_SHARED_DATA"] ?? "../shared/data", "registry");
  const folder = mkdtempSync(join(tmpdir(), "plenaria-bench-"));
  const environment = {
    ...process.env,
    PLENARIA_FOLDER: folder,
    DATABASE_URL: `file:${folder}/bench.db`,
    LOG_LEVEL: "silent",
  };
  const path = join(registry, "delegated-lacnic-extended-20240105.txt");
  let doors: ChildProcess | undefined;
  try {
    await fill(environment, path);
    doors = startDoors(environment);
    const [{ ports, loadSeconds }] = (await once(doors, "message")) as [Doors];
    print(`the register into the directory's memory: ${loadSeconds.toFixed(2)} s`);
    const addresses = addressesIn(path);
    const rdap = (some: readonly string[]) => (index: number) =>
      `GET /rdap/ip/${some[index % some.length] ?? ""} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const familiar = rdap(addresses.slice(0, 15_000));
    // Why first without counting: the first thousands of answers are made by code that is still being compiled.
    await askByHttp(ports.rdap, rdap(addresses), 2);
    await askByHttp(ports.bare, familiar, 2);
    const bare = await askByHttp(ports.bare, familiar, seconds);
    const anew = await askByHttp(ports.rdap, rdap(addresses), seconds);
    await askByHttp(ports.rdap, familiar, 3);
    const ours = await askByHttp(ports.rdap, familiar, seconds);
    print(`a bare Node HTTP server on one core: ${describe(bare)}`);
    print(
      `RDAP on one core, of 15,000 networks in turn: ${describe(ours)}; ${share(ours, bare)} of the bare server (goal 50 %)`,
    );
    print(
      `RDAP on one core, of all networks in turn, most asked for the first time: ${describe(anew)}; ${share(anew, bare)} of the bare server`,
    );
    const whois = (index: number) => `${addresses[index % addresses.length] ?? ""}\r\n`;
    await askByTcp(ports.whois, whois, 1);
    const bareTcp = await askByTcp(ports.bareTcp, whois, seconds);
    const told = await askByTcp(ports.whois, whois, seconds);
    print(
      `WHOIS on one core: ${describe(told)}; a bare Node TCP server ${describe(bareTcp)}: ${share(told, bareTcp)} of it`,
    );
  } finally {
    doors?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(environment: NodeJS.ProcessEnv, path: string): Promise<void> {
  const laid = await layGround(environment, migrateDatabase);
  if (!laid.ok) throw new Error(JSON.stringify(laid.error));
  const outcome = await importRegister(withActor(laid.value, { kind: "command-line", name: "bench" }), { path });
  if (!outcome.ok) throw new Error(outcome.error.code);
  await laid.value.database.$disconnect();
}

/** On the first core alone where the machine can be told so; whoever asks has the others. */
function startDoors(env: NodeJS.ProcessEnv): ChildProcess {
  const words = ["--import", "tsx", "test/bench/directory-doors.ts", String(wordsLength)];
  const stdio: ["ignore", "inherit", "inherit", "ipc"] = ["ignore", "inherit", "inherit", "ipc"];
  return existsSync("/usr/bin/taskset")
    ? spawn("/usr/bin/taskset", ["-c", "0", process.execPath, ...words], { env, stdio })
    : spawn(process.execPath, words, { env, stdio });
}

/** The first address of every record, in an order that jumps about. */
function addressesIn(path: string): string[] {
  const found = readFileSync(path, "latin1")
    .split("\n")
    .map((line) => line.split("|"))
    .filter(([, , family, , , , status]) => family !== "asn" && (status === "allocated" || status === "assigned"))
    .map(([, , , start = ""]) => start);
  return found.map((_, index) => found[(index * 7_919) % found.length] ?? "");
}

interface Speed {
  readonly perSecond: number;
  readonly p99Ms: number;
}

function speedOf(latencies: number[], duringSeconds: number): Speed {
  latencies.sort((left, right) => left - right);
  return {
    perSecond: latencies.length / duringSeconds,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  };
}

function describe({ perSecond, p99Ms }: Speed): string {
  return `${Math.round(perSecond)} answers a second, 99 % within ${p99Ms.toFixed(1)} ms`;
}

function share(ours: Speed, bare: Speed): string {
  return `${Math.round((100 * ours.perSecond) / bare.perSecond)} %`;
}

/** Keeps connections open and asks again as soon as an answer is whole; reads no more of it than its length. */
async function askByHttp(port: number, question: (index: number) => string, during: number): Promise<Speed> {
  const latencies: number[] = [];
  const end = performance.now() + during * 1000;
  let asked = 0;
  await Promise.all(
    Array.from({ length: callers }, () => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let missing = 0;
      let began = 0;
      const ask = (): void => {
        if (performance.now() >= end) {
          socket.destroy();
          return;
        }
        began = performance.now();
        socket.write(question(asked++));
      };
      socket.once("connect", ask);
      socket.on("data", (chunk: Buffer) => {
        missing = missing === 0 ? lengthOf(chunk) - chunk.length : missing - chunk.length;
        if (missing > 0) return;
        latencies.push(performance.now() - began);
        ask();
      });
      return once(socket, "close");
    }),
  );
  return speedOf(latencies, during);
}

/** Of the whole answer, by its head. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.indexOf("\r\n\r\n");
  const length = /content-length: (\d+)/i.exec(chunk.toString("latin1", 0, head))?.[1];
  if (head < 0 || length === undefined) throw new Error("an answer without a whole head");
  return head + 4 + Number(length);
}

/** One connection for each question, as WHOIS is. */
async function askByTcp(port: number, question: (index: number) => string, during: number): Promise<Speed> {
  const latencies: number[] = [];
  const end = performance.now() + during * 1000;
  let asked = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const began = performance.now();
        const socket = connect({ port, host: "127.0.0.1", noDelay: true });
        socket.write(question(asked++));
        socket.resume();
        await once(socket, "close");
        latencies.push(performance.now() - began);
      }
    }),
  );
  return speedOf(latencies, during);
}
