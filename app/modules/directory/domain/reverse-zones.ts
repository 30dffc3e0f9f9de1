// Reverse delegations as the directory shows them: zones next to each other with the same servers stand as one range.
// Source: the layout of whois.lacnic.net, where inetrev is a range and not a zone.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { comparePrefixes, prefixAround } from "#app/lib/ip-addresses/index.ts";

export interface PublicServer {
  readonly host: string;
  /** How it answered: "AA" and the other words of reverse-dns. */
  readonly status: string;
  readonly statusOn: Date;
  readonly lastAuthoritativeOn: Date | null;
  /** False: taken out of the zone because it answered wrongly for too long. */
  readonly isPublished: boolean;
}

export interface PublicDsRecord {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  readonly digest: string;
}

/** One delegated zone. */
export interface ReverseZone {
  readonly zoneName: string;
  readonly prefix: Prefix;
  readonly servers: readonly PublicServer[];
  readonly dsRecords: readonly PublicDsRecord[];
  readonly changedAt: Date;
}

/** Zones with the same servers, as one range of addresses. */
export interface ReverseRange {
  readonly prefix: Prefix;
  readonly zones: readonly ReverseZone[];
}

/** The fewest ranges: two halves of a prefix whose servers are the same become the prefix, again and again. */
export function joinZones(zones: readonly ReverseZone[]): ReverseRange[] {
  const done: ReverseRange[] = [];
  for (const zone of [...zones].sort((left, right) => comparePrefixes(left.prefix, right.prefix))) {
    done.push({ prefix: zone.prefix, zones: [zone] });
    for (let joined = joinLastTwo(done); joined !== undefined; joined = joinLastTwo(done)) done.splice(-2, 2, joined);
  }
  return done;
}

function joinLastTwo(ranges: readonly ReverseRange[]): ReverseRange | undefined {
  const [left, right] = ranges.slice(-2);
  if (left === undefined || right === undefined || left.prefix.length !== right.prefix.length) return undefined;
  if (serversOf(left) !== serversOf(right)) return undefined;
  const { family, start, length } = left.prefix;
  const both = prefixAround({ family, value: start }, length - 1);
  const other = prefixAround({ family, value: right.prefix.start }, length - 1);
  return both.start === other.start && both.start === start
    ? { prefix: both, zones: [...left.zones, ...right.zones] }
    : undefined;
}

function serversOf({ zones: [zone] }: ReverseRange): string {
  // Why the signatures too: WHOIS shows them once for a range.
  return JSON.stringify([zone?.servers, zone?.dsRecords]);
}

/** "3.18.198.in-addr.arpa" as the addresses it stands for; undefined for any other name. RFC 1035 §3.5, RFC 3596 §2.5. */
export function prefixOfReverseName(name: string): Prefix | undefined {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".").reverse();
  const [arpa, tree, ...parts] = labels;
  if (arpa !== "arpa" || parts.length === 0) return undefined;
  if (tree === "in-addr") return prefixOfLabels("ipv4", parts, 8, /^(0|[1-9][0-9]{0,2})$/, 10);
  return tree === "ip6" ? prefixOfLabels("ipv6", parts, 4, /^[0-9a-f]$/, 16) : undefined;
}

function prefixOfLabels(
  family: Prefix["family"],
  labels: readonly string[],
  step: number,
  form: RegExp,
  base: number,
): Prefix | undefined {
  const bits = family === "ipv4" ? 32 : 128;
  const length = labels.length * step;
  const values = labels.map((label) => (form.test(label) ? Number.parseInt(label, base) : Number.NaN));
  if (length > bits || values.some((value) => !(value < 2 ** step))) return undefined;
  const number = values.reduce((sum, value) => (sum << BigInt(step)) | BigInt(value), 0n);
  return { family, start: number << BigInt(bits - length), length };
}
