// Asks name servers for zones as the rest of the Internet would: the name's addresses first, then each address for the SOA or the keys.
import { Resolver } from "node:dns/promises";
import type { DecodedPacket } from "dns-packet";
import type { DnsFailure } from "#app/platform/dns-client.server.ts";
import { askDnsServer } from "#app/platform/dns-client.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import type { ZoneKey } from "../domain/ds-record.ts";
import { isPublicAddress } from "../domain/public-address.ts";
import type { ServerStatus } from "../domain/server-status.ts";
import { bestOf, statusOfAnswer } from "../domain/server-status.ts";

/** What asking needs of the ground. */
export type AskingGround = Pick<Ground, "settings" | "random">;

export interface AskedServer {
  readonly zoneName: string;
  readonly host: string;
  readonly status: ServerStatus;
  /** Where it answered authoritatively. */
  readonly serial?: number;
}

const timeoutMs = 2_000;
/** How many questions are under way at once. */
const atOnce = 64;
const mostAddresses = 4;
/** An address that has been asked so often in vain is not asked on. */
const mostSilences = 3;

/** Every server for every zone in which it stands, in the order that was given. */
export async function askServers(
  ground: AskingGround,
  wishes: readonly { readonly zoneName: string; readonly host: string }[],
): Promise<AskedServer[]> {
  const addresses = await resolveHosts(ground, [...new Set(wishes.map(({ host }) => host))]);
  const askForSoa = askerForSoa(ground);
  return inTurns(wishes, async ({ zoneName, host }) => {
    const found = addresses.get(host) ?? { status: "ERROR" };
    if ("status" in found) return { zoneName, host, status: found.status };
    const answers = await Promise.all(found.addresses.map((address) => askForSoa(address, zoneName)));
    return { zoneName, host, ...(bestOf(answers) ?? { status: "ERROR" }) };
  });
}

/** The keys that the first of these servers that answers authoritatively publishes for each zone. */
export async function findZoneKeys(
  ground: AskingGround,
  zoneNames: readonly string[],
  hosts: readonly string[],
): Promise<Map<string, ZoneKey[]>> {
  if (zoneNames.length === 0) return new Map();
  const found = await resolveHosts(ground, hosts);
  const addresses = [...found.values()].flatMap((each) => ("addresses" in each ? each.addresses : []));
  const keys = await inTurns(zoneNames, async (zoneName): Promise<[string, ZoneKey[]]> => {
    return [zoneName, await askForKeys(ground, addresses, zoneName)];
  });
  return new Map(keys);
}

async function askForKeys(ground: AskingGround, addresses: readonly string[], zoneName: string): Promise<ZoneKey[]> {
  for (const address of addresses) {
    const outcome = await askDnsServer(serverAt(ground, address), { name: zoneName, type: "DNSKEY" }, ground.random);
    if ("failure" in outcome || !outcome.answer.flag_aa) continue;
    return (outcome.answer.answers ?? []).flatMap((answer) => (answer.type === "DNSKEY" ? [answer.data] : []));
  }
  return [];
}

type SoaOutcome = Pick<AskedServer, "status" | "serial">;

/**
 * Asks an address for a zone once, however many names lead there, and no more once it has been silent.
 *
 * Security: names may all lead to somebody who never asked for our questions.
 */
function askerForSoa(ground: AskingGround): (address: string, zoneName: string) => Promise<SoaOutcome> {
  const asked = new Map<string, Promise<SoaOutcome>>();
  const silences = new Map<string, number>();
  const ask = async (address: string, zoneName: string): Promise<SoaOutcome> => {
    const before = silences.get(address) ?? 0;
    if (before >= mostSilences) return { status: "TO" };
    const outcome = await askForSoa(ground, address, zoneName);
    silences.set(address, outcome.status === "TO" ? (silences.get(address) ?? 0) + 1 : 0);
    return outcome;
  };
  return (address, zoneName) => {
    const key = `${address} ${zoneName}`;
    const outcome = asked.get(key) ?? ask(address, zoneName);
    asked.set(key, outcome);
    return outcome;
  };
}

async function askForSoa(ground: AskingGround, address: string, zoneName: string): Promise<SoaOutcome> {
  const outcome = await askDnsServer(serverAt(ground, address), { name: zoneName, type: "SOA" }, ground.random);
  if ("failure" in outcome) return { status: statusOfFailure[outcome.failure] };
  const [status, serial] = statusOfAnswer(zoneName, readSoaAnswer(outcome.answer));
  return { status, ...(serial === undefined ? {} : { serial }) };
}

const statusOfFailure: Readonly<Record<DnsFailure, ServerStatus>> = {
  timeout: "TO",
  "connection-refused": "CR",
  unreachable: "ERROR",
  malformed: "ERROR",
};

/** Source: RFC 1035 §4.1.1. */
const responseCodes: Readonly<Record<number, string>> = { 0: "NOERROR", 2: "SERVFAIL", 3: "NXDOMAIN", 5: "REFUSED" };

function readSoaAnswer({ flags = 0, flag_aa: isAuthoritative, answers = [] }: DecodedPacket) {
  const soas = answers.flatMap((answer) =>
    answer.type === "SOA" ? [{ name: answer.name, serial: answer.data.serial ?? 0 }] : [],
  );
  const aliases = answers.flatMap(({ type, name }) => (type === "CNAME" ? [name] : []));
  return { rcode: responseCodes[flags & 0xf] ?? "OTHER", isAuthoritative, soas, aliases };
}

function serverAt({ settings }: AskingGround, address: string) {
  return { address, port: settings.dnsPort ?? 53, timeoutMs };
}

type Addresses = { readonly addresses: readonly string[] } | { readonly status: ServerStatus };

async function resolveHosts(ground: AskingGround, hosts: readonly string[]): Promise<Map<string, Addresses>> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (ground.settings.dnsResolvers !== undefined) resolver.setServers(ground.settings.dnsResolvers);
  const found = await inTurns(hosts, async (host): Promise<[string, Addresses]> => [
    host,
    await resolveHost(ground, resolver, host),
  ]);
  return new Map(found);
}

async function resolveHost({ settings }: AskingGround, resolver: Resolver, host: string): Promise<Addresses> {
  const aliases = await resolver.resolveCname(host).catch(() => []);
  if (aliases.length > 0) return { status: "CN" };
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  // Why not there: with a port of its own it is a laboratory, whose name servers are on this machine.
  const askable = settings.dnsPort === undefined ? addresses.filter(isPublicAddress) : addresses;
  if (askable.length > 0) return { addresses: askable.slice(0, mostAddresses) };
  if (addresses.length > 0) return { status: "ERROR" };
  const codes = answers.map((answer) =>
    answer.status === "rejected" ? (answer.reason as { code?: string }).code : "",
  );
  // Why not unknown where nobody answered: the name may well exist.
  return { status: codes.every((code) => code === "ENOTFOUND" || code === "ENODATA") ? "UH" : "ERROR" };
}

async function inTurns<Wish, Outcome>(
  wishes: readonly Wish[],
  work: (wish: Wish) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  const waiting = [...wishes.entries()].reverse();
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) outcomes.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, wishes.length) }, worker));
  return [...outcomes].sort(([left], [right]) => left - right).map(([, outcome]) => outcome);
}
