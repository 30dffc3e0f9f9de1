// What WHOIS and RDAP would say of networks that are not in the register yet, or not with these fields: for whoever is about to change it.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import { findNetwork, findNetworkAround } from "#app/modules/resources/index.server.ts";
import type { Network, NetworkFields } from "#app/modules/resources/index.ts";
import { listDelegationsInside } from "#app/modules/reverse-dns/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { DirectoryIndex } from "../domain/directory-index.ts";
import { publicNetwork } from "../domain/public-view.ts";
import type { ReverseZone } from "../domain/reverse-zones.ts";
import type { RdapObject } from "../domain/rdap/rdap-object.ts";
import { writeRdap } from "../domain/rdap/answer-rdap.ts";
import { writeAnswerLines } from "../domain/whois/whois-text.ts";
import { rdapSurroundingsOf } from "./surroundings.server.ts";

export interface NetworkToPreview extends NetworkFields {
  readonly prefix: Prefix;
  /** Today where it is left out. */
  readonly registeredOn?: string;
}

export interface DirectoryPreview {
  /** As people write it. */
  readonly prefix: string;
  /** The lines of WHOIS, without what stands around every answer. */
  readonly whois: string;
  readonly rdap: RdapObject;
}

/** One preview for each network, in the same order. */
export async function previewDirectory(
  context: ReadingContext,
  { networks }: { readonly networks: readonly NetworkToPreview[] },
): Promise<DirectoryPreview[]> {
  const wished = networks.map((network) => asNetworkOf(context, network));
  const around = new Map<string, Network>();
  for (const { prefix } of networks) await addAround(context, around, prefix);
  for (const network of wished) around.set(formatPrefix(network.prefix), network);
  const index = await indexOf(context, [...around.values()]);
  const surroundings = rdapSurroundingsOf(context);
  return wished.map((network) => {
    const answer = { kind: "network", network: publicNetwork(index, network) } as const;
    return {
      prefix: formatPrefix(network.prefix),
      whois: writeAnswerLines(answer),
      rdap: writeRdap(index, answer, surroundings),
    };
  });
}

/** The networks around the prefix, from the smallest to the direct one. */
async function addAround(context: ReadingContext, around: Map<string, Network>, prefix: Prefix): Promise<void> {
  let network = await findNetworkAround(context, prefix);
  while (network !== undefined) {
    around.set(formatPrefix(network.prefix), network);
    network = network.parentId === null ? undefined : await findNetwork(context, { id: network.parentId });
  }
}

async function indexOf(context: ReadingContext, networks: readonly Network[]): Promise<DirectoryIndex> {
  const organizations = await listOrganizationCards(
    context,
    networks.map(({ organizationId }) => organizationId),
  );
  const named = [
    ...organizations.map(({ administrativeContactId }) => administrativeContactId),
    ...networks.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
  ];
  const contacts = await listContactCards(
    context,
    named.filter((id) => id !== null),
  );
  const zones = new Map<string, ReverseZone>();
  for (const { prefix } of networks) {
    for (const zone of await listDelegationsInside(context, prefix)) zones.set(zone.zoneName, zone);
  }
  return new DirectoryIndex({ networks, systems: [], organizations, contacts, zones: [...zones.values()] });
}

function asNetworkOf(context: ReadingContext, { registeredOn, ...fields }: NetworkToPreview): Network {
  const now = context.clock.now();
  const today = now.toISOString().slice(0, 10);
  return {
    ...{ id: "", parentId: null, registry: "", version: 1, changedAt: now },
    ...fields,
    registeredOn: registeredOn ?? today,
  };
}
