// Which names may stand as name servers of a zone. Source: RFC 1123 §2.1 (names of hosts), RFC 2182 §5 (at least two); by name only, so
// that an address changes in one place, and none in the reverse tree, where the registry would have to publish addresses beside it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

export const fewestServers = 2;
export const mostServers = 6;

export type NameServerRefusal = Refusal<
  | "NAME_SERVER_IS_ADDRESS"
  | "NAME_SERVER_MALFORMED"
  | "NAME_SERVER_TWICE"
  | "NAME_SERVER_IN_REVERSE_TREE"
  | "NAME_SERVERS_TOO_FEW"
  | "NAME_SERVERS_TOO_MANY"
>;

/** The names in small letters and without a dot at the end, in the order in which they were given; empty ones are left out. */
export function readNameServers(typed: readonly string[]): Result<string[], NameServerRefusal> {
  const hosts = typed.map((text) => text.trim().toLowerCase().replace(/\.$/, "")).filter((text) => text !== "");
  for (const [place, host] of hosts.entries()) {
    if (/^[0-9.]+$/.test(host) || host.includes(":")) return refuse("NAME_SERVER_IS_ADDRESS", { host });
    if (!isHostName(host)) return refuse("NAME_SERVER_MALFORMED", { host });
    if (host.endsWith(".arpa")) return refuse("NAME_SERVER_IN_REVERSE_TREE", { host });
    if (hosts.indexOf(host) !== place) return refuse("NAME_SERVER_TWICE", { host });
  }
  if (hosts.length < fewestServers) return refuse("NAME_SERVERS_TOO_FEW", { fewest: fewestServers });
  if (hosts.length > mostServers) return refuse("NAME_SERVERS_TOO_MANY", { most: mostServers });
  return ok(hosts);
}

function isHostName(host: string): boolean {
  const labels = host.split(".");
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? "")
  );
}
