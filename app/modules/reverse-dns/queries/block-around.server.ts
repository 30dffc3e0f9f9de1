// The block of the registry in which a prefix lies, and who may delegate its zones: its technical contact, the owner's administrative contact.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import { findNetwork, findNetworkAround } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

/** The direct network around the prefix: what the registry itself gave out. */
export async function findBlockAround(context: ReadingContext, prefix: Prefix): Promise<Network | undefined> {
  let network = await findNetworkAround(context, prefix);
  while (network !== undefined && network.parentId !== null) {
    network = await findNetwork(context, { id: network.parentId });
  }
  return network;
}

export async function mayDelegate(context: ReadingContext, block: Network): Promise<boolean> {
  const { actor } = context;
  if (isPermitted(actor, permissions, "reverse-dns:delegate")) return true;
  if (actor.kind !== "person") return false;
  if (block.technicalContactId === actor.accountId) return true;
  const roles = await rolesOfPersonIn(context, actor.accountId, block.organizationId);
  return roles.includes("administrative");
}

/** Throws unless the actor may delegate the block's zones. */
export async function requireDelegator(context: ReadingContext, block: Network): Promise<void> {
  if (!(await mayDelegate(context, block))) throw new NotPermitted("reverse-dns:delegate", context.actor);
}
