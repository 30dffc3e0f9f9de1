// The registry's zone files: one for each zone that it has of the reverse tree, with the delegations in it, and a serial number that only grows.
// Source: RFC 1035 §5 (files), RFC 1912 §2.2 (serial numbers), RFC 4034 §5.3 (DS).
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { DsRecord } from "./ds-record.ts";
import { writeDsRecord } from "./ds-record.ts";
import { apexOf, zoneNameOf } from "./zone-name.ts";

/** A delegation as it is published. */
export interface PublishedDelegation {
  readonly zoneName: string;
  readonly prefix: Prefix;
  /** Those that were not taken out. */
  readonly hosts: readonly string[];
  readonly dsRecords: readonly DsRecord[];
}

/** Who answers for the registry's own zones. */
export interface ZoneAuthority {
  readonly nameServers: readonly string[];
  /** The mailbox as a name: hostmaster.example.org. */
  readonly mailbox: string;
}

/** Everything of a zone file but its serial number. */
export interface ZoneContents {
  readonly apex: string;
  readonly records: string;
}

/** The zones that have delegations, by name, each with its records in order. A delegation without a server is left out. */
export function zoneContentsOf(delegations: readonly PublishedDelegation[]): ZoneContents[] {
  const byApex = new Map<string, PublishedDelegation[]>();
  for (const delegation of delegations) {
    if (delegation.hosts.length === 0) continue;
    const apex = zoneNameOf(apexOf(delegation.prefix));
    const inside = byApex.get(apex);
    if (inside === undefined) byApex.set(apex, [delegation]);
    else inside.push(delegation);
  }
  return [...byApex].sort(byName).map(([apex, inside]) => {
    const ordered = inside.sort((left, right) => Number(left.prefix.start > right.prefix.start) || -1);
    return { apex, records: ordered.map((delegation) => recordsOf(apex, delegation)).join("") };
  });
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

function recordsOf(apex: string, { zoneName, hosts, dsRecords }: PublishedDelegation): string {
  const name = zoneName.slice(0, -apex.length - 1);
  const servers = hosts.map((host) => `${name}\tNS\t${host}.\n`).join("");
  return servers + dsRecords.map((record) => `${name}\tDS\t${writeDsRecord(record)}\n`).join("");
}

/** The whole file. */
export function writeZoneFile({ apex, records }: ZoneContents, serial: number, authority: ZoneAuthority): string {
  const [primary = ""] = authority.nameServers;
  return [
    `$ORIGIN ${apex}.`,
    "$TTL 86400",
    `@\tSOA\t${primary}. ${authority.mailbox}. ${serial} 14400 3600 1209600 7200`,
    ...authority.nameServers.map((host) => `@\tNS\t${host}.`),
    records,
  ].join("\n");
}

/** At least today's first number, and always more than the one before (0: none yet), whatever the clock says. */
export function nextSerial(before: number, now: Date): number {
  const first = Number(now.toISOString().slice(0, 10).replaceAll("-", "")) * 100;
  return Math.max(first, before + 1);
}

/** The serial number that stands in a file of ours. */
export function serialOf(file: string): number | undefined {
  const written = /\tSOA\t\S+ \S+ (\d+) /.exec(file)?.[1];
  return written === undefined ? undefined : Number(written);
}
