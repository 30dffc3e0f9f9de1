// What a person may do with a network or an AS number: manage it, see it, or neither.
import { listOrganizationCards, rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { manages } from "../domain/who-manages.ts";
import { permissions } from "../module.ts";
import { findNetwork } from "./networks.server.ts";

/** What a network and an AS number have in common here. */
interface Registration {
  readonly organizationId: string;
  readonly technicalContactId: string | null;
  readonly abuseContactId: string | null;
}

/** Whether the actor is its technical contact, the holder's administrative contact, or staff. */
export async function mayManageNetwork(context: ReadingContext, network: Network): Promise<boolean> {
  return mayManage(context, network);
}

/** Whether the actor decides who holds what. */
export function mayDecideDelegations({ actor }: ReadingContext): boolean {
  return isPermitted(actor, permissions, "resources:change-delegations");
}

/** Throws unless the actor manages the network. */
export async function requireNetworkManager(context: ReadingContext, network: Network): Promise<void> {
  if (!(await mayManage(context, network))) throw new NotPermitted("resources:manage-any", context.actor);
}

export async function mayManageSystem(context: ReadingContext, system: AutonomousSystem): Promise<boolean> {
  return mayManage(context, asRegistration(system));
}

export async function requireSystemManager(context: ReadingContext, system: AutonomousSystem): Promise<void> {
  if (!(await mayManageSystem(context, system))) throw new NotPermitted("resources:manage-any", context.actor);
}

/** Also its abuse contact, every contact of the holder, and who manages a network around it. */
export async function maySeeNetwork(context: ReadingContext, network: Network): Promise<boolean> {
  return (await maySee(context, network)) || (await managesAround(context, network));
}

/** Whether the actor sees who held it before: staff, and who manages a network around it. */
export async function maySeeFormerHolders(context: ReadingContext, network?: Network): Promise<boolean> {
  if (isPermitted(context.actor, permissions, "resources:read-register")) return true;
  return network !== undefined && managesAround(context, network);
}

async function managesAround(context: ReadingContext, network: Network): Promise<boolean> {
  for (let around = network.parentId; around !== null;) {
    const parent = await findNetwork(context, { id: around });
    if (parent === undefined) return false;
    if (await mayManage(context, parent)) return true;
    around = parent.parentId;
  }
  return false;
}

export async function maySeeSystem(context: ReadingContext, system: AutonomousSystem): Promise<boolean> {
  return maySee(context, asRegistration(system));
}

/** Whether the person answers technically for anything: only then may she search for people who could. */
export async function managesAnything(context: ReadingContext): Promise<boolean> {
  const { actor } = context;
  if (isPermitted(actor, permissions, "resources:manage-any")) return true;
  if (actor.kind !== "person") return false;
  const { accountId } = actor;
  const network = await context.database.network.findFirst({
    where: { technicalContactId: accountId },
    select: { id: true },
  });
  if (network !== null) return true;
  const system = await context.database.autonomousSystem.findFirst({
    where: { routingContactId: accountId },
    select: { id: true },
  });
  return system !== null;
}

async function mayManage(context: ReadingContext, registration: Registration): Promise<boolean> {
  const { actor } = context;
  if (isPermitted(actor, permissions, "resources:manage-any")) return true;
  if (actor.kind !== "person") return false;
  if (actor.accountId === registration.technicalContactId) return true;
  const [holder] = await listOrganizationCards(context, [registration.organizationId]);
  const administrativeContactId = holder?.administrativeContactId ?? null;
  return manages(actor.accountId, { ...registration, administrativeContactId });
}

async function maySee(context: ReadingContext, registration: Registration): Promise<boolean> {
  const { actor } = context;
  if (isPermitted(actor, permissions, "resources:read-register")) return true;
  if (actor.kind !== "person") return false;
  const { technicalContactId, abuseContactId, organizationId } = registration;
  if ([technicalContactId, abuseContactId].includes(actor.accountId)) return true;
  return (await rolesOfPersonIn(context, actor.accountId, organizationId)).length > 0;
}

function asRegistration({ organizationId, routingContactId, abuseContactId }: AutonomousSystem): Registration {
  return { organizationId, technicalContactId: routingContactId, abuseContactId };
}
