// The networks and AS numbers that the holdings of a registry are: a range that is no prefix gives several.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { ipv4RangeToPrefixes } from "#app/lib/ip-addresses/index.ts";
import type { Holding } from "./holding.ts";

/** A holding with the organisation that holds it. */
export interface HoldingOfOrganization extends Pick<Holding, "family" | "start" | "value" | "date" | "status"> {
  readonly organizationId: string;
}

export interface DirectNetwork {
  readonly prefix: Prefix;
  readonly organizationId: string;
  readonly status: "allocated" | "assigned";
  readonly registeredOn: string;
}

export interface DirectSystem extends Omit<DirectNetwork, "prefix"> {
  readonly asn: number;
}

export function directNetworksOf(holdings: readonly HoldingOfOrganization[]): DirectNetwork[] {
  return holdings.flatMap((holding) => prefixesOf(holding).map((prefix) => ({ prefix, ...registrationOf(holding) })));
}

export function directSystemsOf(holdings: readonly HoldingOfOrganization[]): DirectSystem[] {
  return holdings
    .filter(({ family }) => family === "asn")
    .flatMap((holding) =>
      Array.from({ length: holding.value }, (_, index) => ({
        asn: Number(holding.start) + index,
        ...registrationOf(holding),
      })),
    );
}

function registrationOf({ organizationId, status, date }: HoldingOfOrganization) {
  return { organizationId, status, registeredOn: date };
}

function prefixesOf({ family, start, value }: HoldingOfOrganization): Prefix[] {
  if (family === "asn") return [];
  const first = BigInt(`0x${start}`);
  if (family === "ipv6") return [{ family, start: first, length: value }];
  return ipv4RangeToPrefixes(Number(first), value).map((each) => ({
    family,
    start: BigInt(each.start),
    length: each.length,
  }));
}
