// A block of which parts are given on, and whether the person may do that. Source: MiLACNIC questions and answers: the technical
// contact manages a block, or the user of "owner-c".
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import { findNetwork, listNetworksDirectlyIn } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

/** Whether the actor is the block's technical contact, its holder's administrative contact, or staff. */
export async function isKeeperOf(context: ReadingContext, block: Network): Promise<boolean> {
  const { actor } = context;
  if (isPermitted(actor, permissions, "sub-assignments:act-for-any")) return true;
  if (actor.kind !== "person") return false;
  if (block.technicalContactId === actor.accountId) return true;
  return (await rolesOfPersonIn(context, actor.accountId, block.organizationId)).includes("administrative");
}

export async function requireKeeperOf(context: ReadingContext, block: Network): Promise<void> {
  if (!(await isKeeperOf(context, block))) throw new NotPermitted("sub-assignments:act-for-any", context.actor);
}

/** The block that is exactly this prefix, for who may give parts of it on; undefined where there is none. */
export async function findBlock(context: ReadingContext, prefix: Prefix): Promise<Network | undefined> {
  const block = await findNetwork(context, { prefix });
  if (block !== undefined) await requireKeeperOf(context, block);
  return block;
}

/** What is taken of the block, without the network of this id. */
export async function listTaken(context: ReadingContext, block: Network, exceptId?: string): Promise<Prefix[]> {
  const inside = await listNetworksDirectlyIn(context, block.id);
  return inside.filter(({ id }) => id !== exceptId).map(({ prefix }) => prefix);
}
