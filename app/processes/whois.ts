// WHOIS: one line with a question in, text out, over TCP. Nobody can hurt it: questions have a length, connections a time and a number.
// Source: RFC 3912. Runs beside the web server; by itself: node --import tsx app/processes/whois.ts
import type { Server, Socket } from "node:net";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import type { Ground } from "#app/platform/context.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { networkOf } from "#app/modules/accounts/index.server.ts";
import type { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { defaultQueryLimits, whoisHostOf, WhoisWriter, writeRefusal } from "#app/modules/directory/index.server.ts";
import { followRegister } from "./follow-register.ts";
import { layGround } from "./ground.ts";

export interface WhoisOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Counts what clients ask at all doors of this process. */
  readonly meter?: QueryMeter;
  /** A question must be here after so long, and its answer taken after as long again. */
  readonly patienceMs?: number;
  /** Connections at once, of all clients and of one. */
  readonly mostConnections?: number;
  readonly mostConnectionsOfOne?: number;
}

export interface RunningWhois {
  readonly port: number;
  stop(): Promise<void>;
}

/** A question is shorter than this many bytes: the longest handle and the longest address are. */
const longestQuestion = 256;
const nothing = Buffer.alloc(0);

const defaults = { patienceMs: 5_000, mostConnections: 200, mostConnectionsOfOne: 20 };

/** Starts answering; resolves when the port listens, fails where it is taken. */
export async function startWhois(
  ground: Ground,
  directory: LiveDirectory,
  options: WhoisOptions,
): Promise<RunningWhois> {
  const door = new WhoisDoor(ground, directory, { meter: new QueryMeter(defaultQueryLimits), ...defaults, ...options });
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => door.admit(socket));
  // Why twice as many: those above the number are told so; above this they are dropped unheard.
  server.maxConnections = (options.mostConnections ?? defaults.mostConnections) * 2;
  await listen(server, options.port);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      door.dismissAll();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

class WhoisDoor {
  readonly #ground: Ground;
  readonly #directory: LiveDirectory;
  readonly #options: Required<WhoisOptions>;
  readonly #open = new Set<Socket>();
  /** How many connections each client has. */
  readonly #connections = new Map<string, number>();
  readonly #host: string;
  readonly #writer = new WhoisWriter();

  constructor(ground: Ground, directory: LiveDirectory, options: Required<WhoisOptions>) {
    this.#ground = ground;
    this.#directory = directory;
    this.#options = options;
    this.#host = whoisHostOf(ground);
  }

  admit(socket: Socket): void {
    const clientAddress = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
    const client = networkOf(clientAddress);
    const { mostConnections, mostConnectionsOfOne, patienceMs } = this.#options;
    const ofOne = this.#connections.get(client) ?? 0;
    this.#open.add(socket);
    this.#connections.set(client, ofOne + 1);
    const timer = setTimeout(() => socket.destroy(), patienceMs);
    socket.on("close", () => {
      clearTimeout(timer);
      this.#forget(socket, client);
    });
    // Why nothing more: a client that goes away is no fault of ours; "close" follows.
    socket.on("error", () => undefined);
    if (this.#open.size > mostConnections || ofOne >= mostConnectionsOfOne) {
      this.#refuse(socket, clientAddress, "Maximum concurrent connections limit exceeded");
      return;
    }
    this.#listenForQuestion(socket, (question) => {
      timer.refresh();
      this.#answer(socket, client, clientAddress, question);
    });
  }

  dismissAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #forget(socket: Socket, client: string): void {
    this.#open.delete(socket);
    const left = (this.#connections.get(client) ?? 1) - 1;
    if (left === 0) this.#connections.delete(client);
    else this.#connections.set(client, left);
  }

  /** Hands on the first line, or what came before the client stopped sending; what comes after it is let fall. */
  #listenForQuestion(socket: Socket, hear: (question: Buffer | "too long") => void): void {
    let heard: Buffer = nothing;
    let isHeard = false;
    const finish = (question: Buffer | "too long"): void => {
      if (isHeard) return;
      isHeard = true;
      hear(question);
    };
    socket.on("data", (chunk: Buffer) => {
      if (isHeard) return;
      const beginning = chunk.subarray(0, longestQuestion + 1);
      heard = heard.length === 0 ? beginning : Buffer.concat([heard, beginning]);
      const end = heard.indexOf(0x0a);
      if (end >= 0 && end <= longestQuestion) finish(heard.subarray(0, end));
      else if (heard.length > longestQuestion) finish("too long");
    });
    socket.on("end", () => finish(heard));
  }

  #answer(socket: Socket, client: string, clientAddress: string, question: Buffer | "too long"): void {
    try {
      const metered = this.#options.meter.count(client);
      if (metered.kind === "refused") {
        const { retryAfterSeconds } = metered;
        this.#refuse(socket, clientAddress, `Query rate limit exceeded. Blocked for ${retryAfterSeconds} seconds.`);
      } else if (question === "too long") {
        this.#refuse(socket, clientAddress, `A query has at most ${longestQuestion} bytes.`);
      } else {
        const typed = question.toString("utf8").trim();
        const surroundings = this.#surroundings(clientAddress);
        const notice = metered.kind === "reduced" ? ({ notice: "reduced" } as const) : {};
        socket.end(Buffer.concat(this.#writer.answer(this.#directory, typed, { ...surroundings, ...notice })));
      }
    } catch (error) {
      this.#ground.log.error({ error }, "a WHOIS question could not be answered");
      socket.destroy();
    }
  }

  #refuse(socket: Socket, clientAddress: string, sentence: string): void {
    // Why it goes on reading: bytes that lie unread when a connection closes make the system throw away the answer too.
    socket.resume();
    socket.end(writeRefusal(sentence, this.#surroundings(clientAddress)));
  }

  #surroundings(clientAddress: string) {
    return { host: this.#host, clientAddress, now: this.#ground.clock.now() };
  }
}

async function main(): Promise<void> {
  const laid = await layGround(process.env);
  if (!laid.ok) {
    console.error("WHOIS does not start, because these settings are not safe or not usable:");
    for (const { variable, problem, remedy } of laid.error) console.error(`  ${variable} ${problem}. ${remedy}`);
    process.exit(2);
  }
  const ground = laid.value;
  const following = await followRegister(ground);
  const whois = await startWhois(ground, following.directory, { port: ground.settings.whoisPort });
  console.error(`WHOIS answers on port ${whois.port}`);
  const stop = async (): Promise<void> => {
    await whois.stop();
    await following.stop();
    await ground.database.$disconnect();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
