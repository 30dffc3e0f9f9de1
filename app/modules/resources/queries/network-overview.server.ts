// Everything that the page of a network, or of an AS number, shows.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { writeAsn } from "../domain/autonomous-system.ts";
import { cellsOfBlock, partsOfBlock } from "../domain/block-map.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import { stateOfNetwork, stateOfSystem } from "../domain/registration-state.ts";
import type {
  BlockUse,
  NetworkOverview,
  ResourceContact,
  ResourceHolder,
  SystemOverview,
} from "../domain/resource-overview.ts";
import { mayBeGivenOn } from "../domain/resource-line.ts";
import { utilisationOf, utilisationTogether } from "../domain/utilisation.ts";
import { findNetwork, listNetworksDirectlyIn } from "./networks.server.ts";
import { historyOfRegistration } from "./registration-history.server.ts";
import {
  mayDecideDelegations,
  mayManageNetwork,
  mayManageSystem,
  maySeeFormerHolders,
  maySeeNetwork,
} from "./standing.server.ts";

/** `page` is the page of the block's parts, from 1. */
export async function networkOverview(
  context: ReadingContext,
  network: Network,
  page: number,
): Promise<NetworkOverview> {
  const { id, status, name, originAsn, geofeedUrl, registeredOn, changedAt, version, isResidential } = network;
  const prefix = formatPrefix(network.prefix);
  const { holder } = await answerableFor(context, network.organizationId, []);
  const { contacts } = await networkContacts(context, network);
  const parent = network.parentId === null ? undefined : await findNetwork(context, { id: network.parentId });
  return {
    ...{ id, prefix, status, name, originAsn, geofeedUrl, registeredOn, changedAt, version, isResidential, holder },
    family: network.prefix.family,
    contacts,
    parent:
      parent === undefined
        ? null
        : { id: parent.id, prefix: formatPrefix(parent.prefix), isOpen: await maySeeNetwork(context, parent) },
    use: mayBeGivenOn(network) ? await blockUseOf(context, network, page) : null,
    history: await historyOfRegistration(context, {
      ...{ subject: "network", resource: prefix },
      now: { state: stateOfNetwork(network), since: changedAt },
      withFormerHolders: await maySeeFormerHolders(context, network),
    }),
    mayManage: await mayManageNetwork(context, network),
    mayDecide: network.parentId === null && mayDecideDelegations(context),
  };
}

/** The contacts of a network alone. */
export async function networkContacts(
  context: ReadingContext,
  network: Network,
): Promise<Pick<NetworkOverview, "prefix" | "contacts">> {
  const { organizationId, technicalContactId, abuseContactId } = network;
  const { contactOf } = await answerableFor(context, organizationId, [technicalContactId, abuseContactId]);
  return {
    prefix: formatPrefix(network.prefix),
    contacts: { technical: contactOf(technicalContactId), abuse: contactOf(abuseContactId) },
  };
}

export async function systemOverview(context: ReadingContext, system: AutonomousSystem): Promise<SystemOverview> {
  const { asn, status, registeredOn, changedAt, version } = system;
  const { holder, contactOf } = await answerableFor(context, system.organizationId, [
    system.routingContactId,
    system.abuseContactId,
  ]);
  return {
    ...{ asn, status, registeredOn, changedAt, version, holder },
    contacts: { technical: contactOf(system.routingContactId), abuse: contactOf(system.abuseContactId) },
    history: await historyOfRegistration(context, {
      ...{ subject: "autonomous-system", resource: writeAsn(asn) },
      now: { state: stateOfSystem(system), since: changedAt },
      withFormerHolders: await maySeeFormerHolders(context),
    }),
    mayManage: await mayManageSystem(context, system),
    mayDecide: mayDecideDelegations(context),
  };
}

async function answerableFor(
  context: ReadingContext,
  organizationId: string,
  named: readonly (string | null)[],
): Promise<{ holder: ResourceHolder; contactOf: (accountId: string | null) => ResourceContact }> {
  const [card] = await listOrganizationCards(context, [organizationId]);
  const administrative = card?.administrativeContactId ?? null;
  const ids = [...named, administrative].filter((id) => id !== null);
  const people = new Map((await listContactCards(context, ids)).map((person) => [person.accountId, person]));
  const personOf = (accountId: string | null) => {
    const person = people.get(accountId ?? "");
    return person === undefined ? null : { userId: person.userId, name: person.name, email: person.email };
  };
  const holder = {
    ...{ handle: card?.handle ?? "", name: card?.name ?? "", country: card?.country ?? "" },
    isInvented: card?.isDemonstration ?? false,
    administrativeContact: personOf(administrative),
  };
  return {
    holder,
    contactOf: (accountId) => ({ person: personOf(accountId ?? administrative), isOwn: accountId !== null }),
  };
}

const partsOnPage = 50;

async function blockUseOf(context: ReadingContext, network: Network, wished: number): Promise<BlockUse> {
  const children = await listNetworksDirectlyIn(context, [network.id]);
  const prefixes = children.map(({ prefix }) => prefix);
  const parts = partsOfBlock(network.prefix, children);
  const pages = Math.max(1, Math.ceil(parts.length / partsOnPage));
  const page = Math.min(Math.max(1, wished), pages);
  const shown = parts.slice((page - 1) * partsOnPage, page * partsOnPage);
  const holderIds = shown.flatMap(({ taken }) => (taken === null ? [] : [taken.organizationId]));
  const holders = new Map(
    (await listOrganizationCards(context, [...new Set(holderIds)])).map((card) => [card.id, card]),
  );
  return {
    utilisation: utilisationOf(network.prefix, prefixes),
    together: await utilisationOfHolder(context, network),
    cells: cellsOfBlock(network.prefix, prefixes).map(({ prefix, share, part }) => ({
      ...{ share, part },
      prefix: formatPrefix(prefix),
    })),
    subAssignments: children.length,
    parts: shown.map(({ prefix, taken }) => ({
      prefix: formatPrefix(prefix),
      network:
        taken === null
          ? null
          : {
              ...{ id: taken.id, status: taken.status, name: taken.name, registeredOn: taken.registeredOn },
              holder: holders.get(taken.organizationId)?.name ?? "",
            },
    })),
    ...{ page, pages },
  };
}

/** All blocks of the family that the holder has to give on: the next allocation looks at them together. */
async function utilisationOfHolder(context: ReadingContext, { organizationId, prefix }: Network) {
  const familyKeys = prefix.family === "ipv4" ? { startsWith: "4" } : { startsWith: "6" };
  const rows = await context.database.network.findMany({
    where: { organizationId, status: "allocated", parentId: null, startKey: familyKeys },
  });
  const blocks = rows.map(asNetwork);
  const inside = await context.database.network.findMany({ where: { parentId: { in: blocks.map(({ id }) => id) } } });
  const children = inside.map(asNetwork);
  const parts = blocks.map((block) =>
    utilisationOf(
      block.prefix,
      children.filter(({ parentId }) => parentId === block.id).map((child) => child.prefix),
    ),
  );
  return { ...utilisationTogether(parts), blocks: blocks.length };
}
