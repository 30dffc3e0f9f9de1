// The home of a technical contact: what she manages, and, where that is nothing, who does manage her organisations' resources.
import { listOrganizationCards, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { NetworkLine, SystemLine } from "../domain/resource-line.ts";
import { readSearch } from "../domain/read-search.ts";
import type { FoundResources, ResourceScope } from "./find-resources.server.ts";
import { conditionsOf, findNetworks, findSystems } from "./find-resources.server.ts";
import { networkLines, systemLines } from "./resource-lines.server.ts";

export interface FoundOnPage {
  readonly networks: FoundResources<NetworkLine>;
  readonly systems: FoundResources<SystemLine>;
  /** More organisations fit the words than were searched. */
  readonly isCut: boolean;
}

/** One page of each kind. */
export async function findResourceLines(
  context: ReadingContext,
  wish: {
    readonly scope: ResourceScope;
    readonly query: string;
    readonly page: number;
    readonly systemPage: number;
  },
): Promise<FoundOnPage> {
  const conditions = await conditionsOf(context, { scope: wish.scope, search: readSearch(wish.query) });
  const networks = await findNetworks(context, conditions, { page: wish.page });
  const systems = await findSystems(context, conditions, { page: wish.systemPage });
  return {
    networks: { ...networks, found: await networkLines(context, networks.found) },
    systems: { ...systems, found: await systemLines(context, systems.found) },
    isCut: conditions.isCut,
  };
}

const onFilePage = 500;

/** Everything that was found, some hundred at a time, so that a file holds no more than that in memory. */
export async function* readAllResources(
  context: ReadingContext,
  { scope, query }: { readonly scope: ResourceScope; readonly query: string },
): AsyncGenerator<{ readonly networks: readonly NetworkLine[]; readonly systems: readonly SystemLine[] }> {
  const conditions = await conditionsOf(context, { scope, search: readSearch(query) });
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const networks = await findNetworks(context, conditions, { page, pageSize: onFilePage });
    yield { networks: await networkLines(context, networks.found), systems: [] };
    pages = networks.pages;
  }
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const systems = await findSystems(context, conditions, { page, pageSize: onFilePage });
    yield { networks: [], systems: await systemLines(context, systems.found) };
    pages = systems.pages;
  }
}

/** Who manages the resources of one of her organisations. */
export interface ManagedElsewhere {
  readonly organization: { readonly handle: string; readonly name: string };
  readonly networks: number;
  readonly systems: number;
  readonly administrativeContact: { readonly userId: string; readonly name: string } | null;
  readonly technicalContacts: readonly { readonly userId: string; readonly name: string }[];
}

const mostShown = 20;

/** For somebody who acts for organisations and manages nothing: whom to ask, by name and user ID. */
export async function whoManagesInstead(context: ReadingContext, accountId: string): Promise<ManagedElsewhere[]> {
  const actedFor = (await listOrganizationsOfContact(context, accountId)).slice(0, mostShown);
  const ids = actedFor.map(({ organization }) => organization.id);
  const where = { organizationId: { in: ids } };
  const networks = await context.database.network.groupBy({
    by: ["organizationId", "technicalContactId"],
    where,
    _count: true,
  });
  const systems = await context.database.autonomousSystem.groupBy({
    by: ["organizationId", "routingContactId"],
    where,
    _count: true,
  });
  const cards = await listOrganizationCards(context, ids);
  const administrative = new Map(cards.map((card) => [card.id, card.administrativeContactId]));
  const named = [
    ...networks.map(({ technicalContactId }) => technicalContactId),
    ...systems.map(({ routingContactId }) => routingContactId),
    ...administrative.values(),
  ];
  const people = new Map(
    (
      await listContactCards(
        context,
        named.filter((id) => id !== null),
      )
    ).map((card) => [card.accountId, card]),
  );
  const personOf = (id: string | null | undefined) => {
    const person = people.get(id ?? "");
    return person === undefined ? null : { userId: person.userId, name: person.name };
  };
  return actedFor.map(({ organization }): ManagedElsewhere => {
    const { id, handle, name } = organization;
    const own = {
      networks: networks.filter((group) => group.organizationId === id),
      systems: systems.filter((group) => group.organizationId === id),
    };
    const technical = new Set([
      ...own.networks.map((group) => group.technicalContactId ?? administrative.get(id)),
      ...own.systems.map((group) => group.routingContactId ?? administrative.get(id)),
    ]);
    return {
      organization: { handle, name },
      networks: own.networks.reduce((sum, { _count }) => sum + _count, 0),
      systems: own.systems.reduce((sum, { _count }) => sum + _count, 0),
      administrativeContact: personOf(administrative.get(id)),
      technicalContacts: [...technical].map(personOf).filter((person) => person !== null),
    };
  });
}
