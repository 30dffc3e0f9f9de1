// Delegated zones of the reverse tree and their name servers as objects of RDAP. Source: RFC 9083 §5.2, §5.3; RFC 9910 §4.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { PublicNetwork } from "../public-view.ts";
import type { ReverseZone } from "../reverse-zones.ts";
import type { RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { eventsOf, linkOf } from "./rdap-object.ts";
import type { EmailWish } from "./write-entity.ts";
import { writeEntities } from "./write-entity.ts";
import { residentialRemark, writeNetworkInShort } from "./write-number-objects.ts";
import { dsDataOf } from "./write-reverse.ts";

export function writeDomain(
  surroundings: RdapSurroundings,
  zone: ReverseZone,
  { network, relations }: { readonly network: PublicNetwork | undefined; readonly relations: readonly string[] },
  wish: EmailWish,
): RdapObject {
  const { zoneName, servers, dsRecords, changedAt } = zone;
  const { base } = surroundings;
  const self = `${base}/domain/${zoneName}`;
  const contacts = [
    ["administrative", network?.holder?.administrative],
    ["technical", network?.technical],
    ["abuse", network?.abuse],
  ] as const;
  return {
    ...{ objectClassName: "domain", handle: zoneName, ldhName: zoneName, status: ["active"] },
    nameservers: servers
      .filter(({ isPublished }) => isPublished)
      .map(({ host }) => writeNameserver(surroundings, host)),
    secureDNS: {
      delegationSigned: dsRecords.length > 0,
      ...(dsRecords.length > 0 ? { dsData: dsDataOf(dsRecords) } : {}),
    },
    ...(network === undefined ? {} : { entities: writeEntities(surroundings, network.holder, contacts, wish) }),
    events: eventsOf("", changedAt),
    ...(network === undefined ? {} : { network: writeNetworkInShort(surroundings, network.prefix) }),
    links: [
      linkOf(self, "self", self),
      ...(network === undefined ? [] : [linkOf(self, "related", `${base}/ip/${formatPrefix(zone.prefix)}`)]),
      ...relations.map((relation) => linkOf(self, relation, `${base}/domains/rirSearch1/${relation}/${zoneName}`)),
    ],
    ...(network?.isResidential === true ? { remarks: [residentialRemark] } : {}),
  };
}

export function writeNameserver({ base }: RdapSurroundings, host: string): RdapObject {
  const self = `${base}/nameserver/${host.toLowerCase()}`;
  return { objectClassName: "nameserver", ldhName: host.toLowerCase(), links: [linkOf(self, "self", self)] };
}
