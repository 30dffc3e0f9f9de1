// A real authoritative name server (Knot DNS) on loopback, with zones that a test writes; it can be started again with others.
import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askDnsServer } from "#app/platform/dns-client.server.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";
import { pathOfPart } from "./requirements.ts";

/** A zone: its name, and what stands in it besides SOA and NS; "signed" with two RSA keys by the server itself. */
export interface ServedZone {
  readonly name: string;
  readonly records?: string;
  readonly serial?: number;
  readonly isSigned?: boolean;
}

export class NameServer {
  readonly #address: string;
  readonly #port: number;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  /** `folder` is the server's own. */
  constructor(address: string, port: number, folder: string) {
    this.#address = address;
    this.#port = port;
    this.#folder = folder;
  }

  /** Serves these zones and no others, once it answers. */
  async serve(zones: readonly ServedZone[]): Promise<void> {
    await this.stop();
    mkdirSync(join(this.#folder, "keys"), { recursive: true });
    for (const { name, records = "", serial = 1 } of zones) {
      const head = `$ORIGIN ${name}.\n$TTL 60\n@ SOA ns1.dns.example. hostmaster.dns.example. ${serial} 3600 600 86400 60\n`;
      writeFileSync(join(this.#folder, `${name}.zone`), `${head}@ NS ns1.dns.example.\n${records}\n`);
    }
    writeFileSync(this.#configuration, this.#configurationOf(zones));
    this.#child = spawn(pathOfPart("knotd"), ["-c", this.#configuration], { stdio: "ignore" });
    for (const { name } of zones) await this.#waitFor(name);
  }

  /** The DS records that Debian's own tool makes of the keys of a signed zone. */
  dsRecordsOf(zone: string): string {
    return execFileSync(join(dirname(pathOfPart("knotd")), "keymgr"), ["-c", this.#configuration, zone, "ds"], {
      encoding: "utf8",
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  get #configuration(): string {
    return join(this.#folder, "knot.conf");
  }

  #configurationOf(zones: readonly ServedZone[]): string {
    const lines = zones.map(
      ({ name, isSigned }) =>
        `  - domain: ${name}\n    file: ${name}.zone\n` +
        (isSigned ? "    dnssec-signing: on\n    dnssec-policy: rsa\n    zonefile-load: difference\n" : ""),
    );
    return [
      `server:\n  rundir: ${this.#folder}\n  listen: ${this.#address}@${this.#port}`,
      `database:\n  storage: ${this.#folder}/keys`,
      `log:\n  - target: ${this.#folder}/log\n    any: info`,
      "policy:\n  - id: rsa\n    algorithm: rsasha256\n    ksk-size: 2048\n    zsk-size: 2048\n",
      `template:\n  - id: default\n    storage: ${this.#folder}\n    zonefile-sync: -1\n`,
      `zone:\n${lines.join("")}`,
    ].join("\n");
  }

  async #waitFor(name: string): Promise<void> {
    for (let attempt = 1; attempt <= 100; attempt += 1) {
      const server = { address: this.#address, port: this.#port, timeoutMs: 200 };
      const outcome = await askDnsServer(server, { name, type: "SOA" }, systemRandomness);
      if ("answer" in outcome && outcome.answer.flag_aa) return;
      await sleep(50);
    }
    throw new Error(`the name server on ${this.#address} does not answer for ${name}; see ${this.#folder}/log`);
  }
}

/** A port that is free for UDP on these addresses. */
export async function freePortOn(addresses: readonly string[]): Promise<number> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const first = createSocket("udp4");
    first.bind(0, addresses[0]);
    await once(first, "listening");
    const { port } = first.address();
    first.close();
    if (await isFree(port, addresses)) return port;
  }
  throw new Error("no port is free on all of them");
}

async function isFree(port: number, addresses: readonly string[]): Promise<boolean> {
  for (const address of addresses) {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    socket.bind(port, address);
    try {
      await once(socket, "listening");
      socket.close();
    } catch {
      // Why: "taken" is an answer here.
      return false;
    }
  }
  return true;
}
