// Finds networks and AS numbers, page by page: of the whole register, or those that one person manages.
import { prefixKeys } from "#app/lib/ip-addresses/index.ts";
import { findAccountByUserId } from "#app/modules/accounts/index.server.ts";
import {
  findOrganizations,
  listOrganizationLines,
  listOrganizationsOfContact,
  searchable,
} from "#app/modules/organizations/index.server.ts";
import type { OrganizationLine } from "#app/modules/organizations/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Prisma } from "#app/platform/database/database.server.ts";
import { caseInsensitive } from "#app/platform/database/database.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { asAutonomousSystem } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import type { ResourceSearch } from "../domain/read-search.ts";
import { findNetwork, findNetworkAround, findNetworkOfAddress } from "./networks.server.ts";

/** "everything", or what this account manages. */
export type ResourceScope = "everything" | { readonly accountId: string };

export interface ResourceQuestion {
  readonly scope: ResourceScope;
  readonly search: ResourceSearch;
  /** From 1. */
  readonly page?: number;
  readonly pageSize?: number;
}

export interface FoundResources<Each> {
  readonly found: readonly Each[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** So many organisations may fit the words; of more, only these are searched. */
export const mostOrganizations = 500;

/** What was asked for, ready to be asked of the database; made once for both kinds. */
export interface ResourceConditions {
  readonly network: Prisma.NetworkWhereInput;
  readonly system: Prisma.AutonomousSystemWhereInput;
  /** More organisations fit the words than are searched. */
  readonly isCut: boolean;
}

export async function conditionsOf(
  context: ReadingContext,
  { scope, search }: Pick<ResourceQuestion, "scope" | "search">,
): Promise<ResourceConditions> {
  const own = await ownConditions(context, scope);
  const wanted = await searchConditions(context, search, scope === "everything" ? undefined : own);
  return {
    network: { AND: [own.network, wanted.network] },
    system: { AND: [own.system, wanted.system] },
    isCut: wanted.isCut,
  };
}

/** One page of networks, in the order of their addresses. A page beyond the last gives the last. */
export async function findNetworks(
  context: ReadingContext,
  { network: where }: ResourceConditions,
  wish: Pick<ResourceQuestion, "page" | "pageSize">,
): Promise<FoundResources<Network>> {
  const place = placeOf(await context.database.network.count({ where }), wish);
  const rows = await context.database.network.findMany({
    where,
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
    skip: place.skip,
    take: place.take,
  });
  return { found: rows.map(asNetwork), ...place.told };
}

/** One page of AS numbers, in their order. */
export async function findSystems(
  context: ReadingContext,
  { system: where }: ResourceConditions,
  wish: Pick<ResourceQuestion, "page" | "pageSize">,
): Promise<FoundResources<AutonomousSystem>> {
  const place = placeOf(await context.database.autonomousSystem.count({ where }), wish);
  const rows = await context.database.autonomousSystem.findMany({
    where,
    orderBy: { asn: "asc" },
    skip: place.skip,
    take: place.take,
  });
  return { found: rows.map(asAutonomousSystem), ...place.told };
}

function placeOf(total: number, { page: wished = 1, pageSize = 25 }: Pick<ResourceQuestion, "page" | "pageSize">) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, wished), pages);
  return { skip: (page - 1) * pageSize, take: pageSize, told: { total, page, pages } };
}

async function ownConditions(
  context: ReadingContext,
  scope: ResourceScope,
): Promise<Omit<ResourceConditions, "isCut">> {
  if (scope === "everything") return { network: {}, system: {} };
  const { accountId } = scope;
  const administered = await listOrganizationsOfContact(context, accountId, "administrative");
  const organizationId = { in: administered.map(({ organization }) => organization.id) };
  return {
    network: { OR: [{ technicalContactId: accountId }, { organizationId }] },
    system: { OR: [{ routingContactId: accountId }, { organizationId }] },
  };
}

const nothing = { id: "" };

async function searchConditions(
  context: ReadingContext,
  search: ResourceSearch,
  own: Omit<ResourceConditions, "isCut"> | undefined,
): Promise<ResourceConditions> {
  switch (search.kind) {
    case "everything":
      return { network: {}, system: {}, isCut: false };
    case "address": {
      const around = await chainUpFrom(context, await findNetworkOfAddress(context, search.address));
      return { network: { id: { in: around } }, system: nothing, isCut: false };
    }
    case "prefix": {
      const around = await chainUpFrom(context, await findNetworkAround(context, search.prefix));
      const { startKey, endKey } = prefixKeys(search.prefix);
      const inside = { startKey: { gte: startKey, lte: endKey }, endKey: { lte: endKey } };
      return { network: { OR: [{ id: { in: around } }, inside] }, system: nothing, isCut: false };
    }
    case "asn": {
      const asn = BigInt(search.asn);
      return { network: { originAsn: asn }, system: { asn }, isCut: false };
    }
    case "words":
      return wordConditions(context, search.words, own);
  }
}

/** By the holder's name or handle, by the technical contact's user ID, by the network's own name. */
async function wordConditions(
  context: ReadingContext,
  words: string,
  own: Omit<ResourceConditions, "isCut"> | undefined,
): Promise<ResourceConditions> {
  const holders = own === undefined ? await holdersOfAll(context, words) : await holdersAmong(context, words, own);
  const organizationId = { in: holders.slice(0, mostOrganizations).map(({ id }) => id) };
  const person = await findAccountByUserId(context, words);
  const byPerson = { technicalContactId: person?.accountId ?? "" };
  const name = { contains: words, ...caseInsensitive(context.settings) };
  return {
    network: { OR: [{ organizationId }, byPerson, { name }] },
    system: { OR: [{ organizationId }, { routingContactId: person?.accountId ?? "" }] },
    isCut: holders.length > mostOrganizations,
  };
}

async function holdersOfAll(context: ReadingContext, query: string): Promise<readonly OrganizationLine[]> {
  return (await findOrganizations(context, { query, pageSize: mostOrganizations + 1 })).organizations;
}

async function holdersAmong(
  context: ReadingContext,
  words: string,
  own: Omit<ResourceConditions, "isCut">,
): Promise<readonly OrganizationLine[]> {
  const wanted = searchable(words).split(" ");
  const ofNetworks = await context.database.network.groupBy({ by: ["organizationId"], where: own.network });
  const ofSystems = await context.database.autonomousSystem.groupBy({ by: ["organizationId"], where: own.system });
  const ids = [...new Set([...ofNetworks, ...ofSystems].map(({ organizationId }) => organizationId))];
  const holders: OrganizationLine[] = [];
  // Why in parts: a database takes a limited number of values in one question.
  for (let start = 0; start < ids.length; start += 500)
    holders.push(...(await listOrganizationLines(context, ids.slice(start, start + 500))));
  return holders.filter(({ handle, name, country }) => {
    const text = searchable(`${handle} ${name} ${country}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** The network and those around it. */
async function chainUpFrom(context: ReadingContext, network: Network | undefined): Promise<string[]> {
  const chain: string[] = [];
  for (let each = network; each !== undefined;) {
    chain.push(each.id);
    each = each.parentId === null ? undefined : await findNetwork(context, { id: each.parentId });
  }
  return chain;
}
