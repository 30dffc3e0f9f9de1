// A hundred real addresses and AS numbers, answered alike by WHOIS, by RDAP and by reading the statistics file from top to bottom.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { formatAddress, parseIpv4, parseIpv6, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { openRdapDoor } from "#app/processes/rdap.ts";
import { startWhois } from "#app/processes/whois.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { seededRandomness } from "#test/setup/randomness.ts";
import { describeWith, pathOfPart } from "#test/setup/requirements.ts";

const meter = new QueryMeter({ perMinute: 10_000, reducedPerMinute: 0, waitSeconds: 1 });

/** What an answer says that the statistics file says too; undefined where nobody holds it. */
interface Held {
  readonly status: string;
  readonly day: string;
  readonly opaqueId: string;
}

/** Ten lines that know nothing of prefixes, trees or indexes. */
function scan(lines: readonly string[], question: string): Held | undefined {
  const asked = question.startsWith("AS") ? "asn" : question.includes(":") ? "ipv6" : "ipv4";
  for (const line of lines) {
    const [, , family = "", start = "", value = "", day = "", status = "", opaqueId = ""] = line.split("|");
    if (family !== asked || !["allocated", "assigned"].includes(status)) continue;
    const size = family === "ipv6" ? 1n << (128n - BigInt(value)) : BigInt(value);
    const distance = numberOf(family, question) - numberOf(family, start);
    if (distance >= 0n && distance < size) return { status, day, opaqueId };
  }
  return undefined;
}

function numberOf(family: string, text: string): bigint {
  if (family === "asn") return BigInt(text.replace("AS", ""));
  const value = family === "ipv4" ? parseIpv4(text) : parseIpv6(text);
  if (value === undefined) throw new Error(`${text} is no address`);
  return BigInt(value);
}

/** Addresses inside records of the file, held or not, the same in every run. */
function drawQuestions(lines: readonly string[], count: number): string[] {
  const random = seededRandomness("a hundred real addresses");
  const draw = (below: bigint) => BigInt(`0x${Buffer.from(random(17)).toString("hex")}`) % below;
  const records = lines.filter((line) => /^lacnic\|[^*]*\|(ipv4|ipv6|asn)\|[^*]/.test(line));
  return Array.from({ length: count }, () => {
    const [, , family = "", start = "", value = ""] = (records[Number(draw(BigInt(records.length)))] ?? "").split("|");
    const size = family === "ipv6" ? 1n << (128n - BigInt(value)) : BigInt(value);
    const number = numberOf(family, start) + draw(size);
    return family === "asn"
      ? `AS${number}`
      : formatAddress({ family: family === "ipv6" ? family : "ipv4", value: number });
  });
}

async function doorsOf(given: Given) {
  const context = given.context();
  const directory = await LiveDirectory.open(context);
  const whois = await startWhois(context, directory, { port: 0, meter });
  const door = openRdapDoor(context, directory, meter);
  const server = createServer((request, response) => void door(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.close();
    await whois.stop();
  });
  return { whoisPort: whois.port, rdap: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rdap` };
}

async function byWhois(port: number, question: string): Promise<Map<string, string> | undefined> {
  let text = "";
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  socket.write(`${question}\r\n`);
  for await (const part of socket) text += String(part);
  if (text.includes("% No match for")) return undefined;
  const lines = text.split("\r\n").filter((line) => /^[a-z-]+:/.test(line));
  // Why the first of each: the blocks of the contacts follow, with days of their own.
  return new Map(lines.reverse().map((line) => [line.slice(0, line.indexOf(":")), line.slice(13)]));
}

type Told = Record<string, unknown> & { readonly entities?: Told[] };

async function byRdap(base: string, question: string): Promise<Told | undefined> {
  const path = question.startsWith("AS") ? `autnum/${question.slice(2)}` : `ip/${question}`;
  const response = await fetch(`${base}/${path}`);
  return response.status === 404 ? undefined : ((await response.json()) as Told);
}

function heldByRdap({ type, entities, events }: Told, opaqueIds: ReadonlyMap<string, string>): Held {
  const registrant = entities?.find((entity) => (entity["roles"] as string[]).includes("registrant"));
  const registration = (events as Told[]).find(({ eventAction }) => eventAction === "registration");
  return {
    status: String(type).toLowerCase(),
    day: String(registration?.["eventDate"]).slice(0, 10).replaceAll("-", ""),
    opaqueId: opaqueIds.get(String(registrant?.["handle"])) ?? "",
  };
}

describeWith("shared data", "the real register", () => {
  describeOnEachDatabase(
    "answered by both doors",
    (given) => {
      test("WHOIS, RDAP and the file agree about a hundred addresses and numbers", async () => {
        const path = join(pathOfPart("shared data"), "registry/delegated-lacnic-extended-20240105.txt");
        expectOk(await importRegister(given.context(), { path }));
        const lines = readFileSync(path, "utf8").split("\n");
        const holders = await given.database.organization.findMany({ select: { handle: true, opaqueId: true } });
        const opaqueIds = new Map(holders.map(({ handle, opaqueId }) => [handle, opaqueId ?? ""]));
        const { whoisPort, rdap } = await doorsOf(given);
        const questions = drawQuestions(lines, 100);
        let held = 0;
        for (const question of questions) {
          const expected = scan(lines, question);
          const [whois, told] = [await byWhois(whoisPort, question), await byRdap(rdap, question)];
          const fromRdap = told && heldByRdap(told, opaqueIds);
          const fromWhois = whois && {
            // Why the file's where WHOIS says nothing: the answer about an AS number has no status there.
            status: whois.get("status") ?? expected?.status,
            day: whois.get("created"),
            opaqueId: opaqueIds.get(whois.get("ownerid") ?? ""),
          };
          expect([question, fromRdap]).toEqual([question, expected]);
          expect([question, fromWhois]).toEqual([question, expected]);
          expect(told?.["handle"]).toBe(whois?.get(question.startsWith("AS") ? "aut-num" : "inetnum"));
          if (expected !== undefined && !question.startsWith("AS")) expectInside(String(told?.["handle"]), question);
          if (expected !== undefined) held += 1;
        }
        // Both kinds must have been asked: held and held by nobody.
        expect(held).toBeGreaterThan(20);
        expect(held).toBeLessThan(100);
      });
    },
    { on: "sqlite" },
  );
});

function expectInside(handle: string, question: string): void {
  const around = parsePrefix(handle);
  const within = parsePrefix(`${question}/${question.includes(":") ? 128 : 32}`);
  if (around === undefined || within === undefined) throw new Error(`${handle} or ${question} is no prefix`);
  const size = 1n << BigInt((around.family === "ipv4" ? 32 : 128) - around.length);
  expect(around.start <= within.start && within.start < around.start + size).toBe(true);
}
