// What the pages of one block do alike: the block that the address names, for somebody who may delegate its zones; to others it is not there.
import { redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { mayManageNetwork } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { linkToDelegations } from "../links.ts";
import { findBlockAround } from "../queries/block-around.server.ts";

export async function blockOfAddress(context: Context, params: Params): Promise<Network> {
  const prefix = parsePrefix(`${params["address"]}/${params["length"]}`);
  const block = prefix === undefined ? undefined : await findBlockAround(context, prefix);
  if (block === undefined || !(await mayManageNetwork(context, block))) throw new Response(null, { status: 404 });
  // Why elsewhere: a customer's network has no zones of its own.
  if (block.prefix.length !== prefix?.length) throw redirect(linkToDelegations(block.prefix));
  return block;
}
