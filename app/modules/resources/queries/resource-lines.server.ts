// Networks and AS numbers as lists show them: with their holder, who answers for them, and how much of each block is in use.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import type { NetworkLine, SystemLine } from "../domain/resource-line.ts";
import { mayBeGivenOn } from "../domain/resource-line.ts";
import { shareOf, utilisationOf } from "../domain/utilisation.ts";
import { technicalContactOf } from "../domain/who-manages.ts";

export async function networkLines(context: ReadingContext, networks: readonly Network[]): Promise<NetworkLine[]> {
  const holderOf = await holdersOf(context, networks);
  const taken = await takenIn(context, networks.filter(mayBeGivenOn));
  const nameOf = await namesOf(
    context,
    networks.flatMap((network) => {
      const administrativeContactId = holderOf(network.organizationId).administrativeContactId;
      return [technicalContactOf({ ...network, administrativeContactId })];
    }),
  );
  return networks.map((network): NetworkLine => {
    const { id, prefix, parentId, status, name, originAsn, registeredOn } = network;
    const holder = holderOf(network.organizationId);
    const contact = technicalContactOf({ ...network, administrativeContactId: holder.administrativeContactId });
    const use = mayBeGivenOn(network) ? utilisationOf(prefix, taken.get(id) ?? []) : null;
    return {
      ...{ id, status, name, originAsn, registeredOn },
      prefix: formatPrefix(prefix),
      isDirect: parentId === null,
      holder: { handle: holder.handle, name: holder.name },
      technicalContact: nameOf(contact),
      use: use === null ? null : { share: shareOf(use), isReached: use.isReached },
    };
  });
}

export async function systemLines(
  context: ReadingContext,
  systems: readonly AutonomousSystem[],
): Promise<SystemLine[]> {
  const holderOf = await holdersOf(context, systems);
  const contactOf = (system: AutonomousSystem) =>
    system.routingContactId ?? holderOf(system.organizationId).administrativeContactId;
  const nameOf = await namesOf(context, systems.map(contactOf));
  return systems.map((system): SystemLine => {
    const { handle, name } = holderOf(system.organizationId);
    const { asn, status, registeredOn } = system;
    return { asn, status, registeredOn, holder: { handle, name }, routingContact: nameOf(contactOf(system)) };
  });
}

interface Holder {
  readonly handle: string;
  readonly name: string;
  readonly administrativeContactId: string | null;
}

async function holdersOf(
  context: ReadingContext,
  registrations: readonly { readonly organizationId: string }[],
): Promise<(organizationId: string) => Holder> {
  const cards = await listOrganizationCards(context, [...new Set(registrations.map((each) => each.organizationId))]);
  const holders = new Map(cards.map((card) => [card.id, card]));
  return (organizationId) => holders.get(organizationId) ?? { handle: "", name: "", administrativeContactId: null };
}

async function namesOf(
  context: ReadingContext,
  accountIds: readonly (string | null)[],
): Promise<(accountId: string | null) => { readonly userId: string; readonly name: string } | null> {
  const cards = await listContactCards(
    context,
    accountIds.filter((id) => id !== null),
  );
  const people = new Map(cards.map(({ accountId, userId, name }) => [accountId, { userId, name }]));
  return (accountId) => (accountId === null ? null : (people.get(accountId) ?? null));
}

/** What is sub-assigned directly in each of these networks. */
async function takenIn(context: ReadingContext, networks: readonly Network[]): Promise<Map<string, Prefix[]>> {
  const ids = networks.map(({ id }) => id);
  const rows = await context.database.network.findMany({ where: { parentId: { in: ids } } });
  const taken = new Map<string, Prefix[]>();
  for (const { parentId, prefix } of rows.map(asNetwork)) {
    if (parentId === null) continue;
    const list = taken.get(parentId) ?? [];
    taken.set(parentId, list);
    list.push(prefix);
  }
  return taken;
}
