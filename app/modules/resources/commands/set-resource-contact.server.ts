// Names the technical (routing) or abuse contact of a network or an AS number, and tells who was it, who is it now, and the holder.
// Source: MiLACNIC questions and answers: the technical contact and the "owner-c" manage a resource.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Account } from "#app/modules/accounts/index.server.ts";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { writeAsn } from "../domain/autonomous-system.ts";
import type { ResourceContactRole } from "../domain/resource-contact-role.ts";
import { linkToAutonomousSystem, linkToNetwork } from "../links.ts";
import { findNetwork } from "../queries/networks.server.ts";
import { requireNetworkManager, requireSystemManager } from "../queries/standing.server.ts";
import { findAutonomousSystem } from "../queries/whole-register.server.ts";
import type { ChangeSystemRefusal } from "./change-autonomous-system.server.ts";
import { changeAutonomousSystem } from "./change-autonomous-system.server.ts";
import type { PlaceNetworkRefusal } from "./place-network.server.ts";
import { changeNetwork } from "./place-network.server.ts";
import { tellOfResourceContact } from "./tell-resource-contacts.server.ts";

export type ResourceReference = { readonly networkId: string } | { readonly asn: number };

export interface SetResourceContactInput {
  readonly resource: ResourceReference;
  readonly role: ResourceContactRole;
  /** Null: whoever is the holder's administrative contact. */
  readonly accountId: string | null;
}

export type SetResourceContactRefusal =
  PlaceNetworkRefusal | ChangeSystemRefusal | Refusal<"CONTACT_UNKNOWN" | "CONTACT_INACTIVE" | "CONTACT_UNCHANGED">;

/** For who manages the resource. */
export async function setResourceContact(
  context: Context,
  { resource, role, accountId }: SetResourceContactInput,
): Promise<Result<{ readonly resource: string }, SetResourceContactRefusal>> {
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const found = await openResource(within, resource, role);
    if (found === undefined) return refuse("NETWORK_CHANGED");
    const [holder] = await listOrganizationCards(within, [found.organizationId]);
    const administrativeId = holder?.administrativeContactId ?? null;
    const people = await peopleOf(within, [accountId, found.before, administrativeId]);
    const decision = decideContact(found.before, accountId, people);
    if (!decision.ok) return decision;
    const changed = await found.change(accountId);
    if (!changed.ok) return changed;
    const personOf = (id: string | null) => people.get(id ?? administrativeId ?? "");
    await tellOfResourceContact(within, {
      ...{ resource: found.name, role: found.roleName, link: found.link },
      organization: { name: holder?.name ?? "", handle: holder?.handle ?? "" },
      ...{ previous: personOf(found.before), chosen: personOf(accountId), administrative: personOf(administrativeId) },
    });
    return ok({ resource: found.name });
  });
}

function decideContact(
  before: string | null,
  wished: string | null,
  people: ReadonlyMap<string, Account>,
): Result<undefined, Refusal<"CONTACT_UNKNOWN" | "CONTACT_INACTIVE" | "CONTACT_UNCHANGED">> {
  const chosen = people.get(wished ?? "");
  if (wished !== null && chosen === undefined) return refuse("CONTACT_UNKNOWN");
  if (chosen?.isActive === false) return refuse("CONTACT_INACTIVE", { userId: chosen.userId });
  return wished === before ? refuse("CONTACT_UNCHANGED") : ok(undefined);
}

interface OpenedResource {
  readonly name: string;
  readonly roleName: "technical" | "routing" | "abuse";
  readonly link: string;
  readonly organizationId: string;
  /** The contact that is named now. */
  readonly before: string | null;
  change(accountId: string | null): Promise<Result<unknown, PlaceNetworkRefusal | ChangeSystemRefusal>>;
}

async function openResource(
  within: ContextWithin,
  resource: ResourceReference,
  role: ResourceContactRole,
): Promise<OpenedResource | undefined> {
  if ("asn" in resource) return openSystem(within, resource.asn, role);
  const network = await findNetwork(within, { id: resource.networkId });
  if (network === undefined) return undefined;
  await requireNetworkManager(within, network);
  const { id, version, organizationId } = network;
  const field = role === "abuse" ? "abuseContactId" : "technicalContactId";
  return {
    ...{ organizationId, roleName: role, name: formatPrefix(network.prefix), link: linkToNetwork(id) },
    before: network[field],
    change: (accountId) => changeNetwork(within, id, version, { [field]: accountId }),
  };
}

async function openSystem(
  within: ContextWithin,
  asn: number,
  role: ResourceContactRole,
): Promise<OpenedResource | undefined> {
  const system = await findAutonomousSystem(within, asn);
  if (system === undefined) return undefined;
  await requireSystemManager(within, system);
  const field = role === "abuse" ? "abuseContactId" : "routingContactId";
  return {
    ...{ organizationId: system.organizationId, name: writeAsn(asn), link: linkToAutonomousSystem(asn) },
    roleName: role === "abuse" ? "abuse" : "routing",
    before: system[field],
    change: (accountId) => changeAutonomousSystem(within, asn, system.version, { [field]: accountId }),
  };
}

async function peopleOf(within: ContextWithin, ids: readonly (string | null)[]): Promise<Map<string, Account>> {
  const people = await listAccounts(
    within,
    ids.filter((id) => id !== null),
  );
  return new Map(people.map((person) => [person.accountId, person]));
}
