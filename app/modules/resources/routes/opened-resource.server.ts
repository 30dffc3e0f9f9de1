// What the pages of one network or AS number begin with: which one it is, and whether this person may see or change it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { parseAsn } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { findNetwork } from "../queries/networks.server.ts";
import {
  maySeeNetwork,
  maySeeSystem,
  requireNetworkManager,
  requireSystemManager,
} from "../queries/standing.server.ts";
import { findAutonomousSystem } from "../queries/whole-register.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

interface Wish {
  /** For the pages that change something. */
  readonly toManage?: boolean;
  /** For the pages after which somebody else manages it. */
  readonly steppedUp?: boolean;
}

/** 404 for who may not see it: whose page it is, is nothing to strangers. */
export async function openNetworkPage(
  args: Args,
  wish: Wish = {},
): Promise<{ readonly context: PersonContext; readonly network: Network }> {
  const context = await openDoor(args, { steppedUp: wish.steppedUp ?? false });
  const network = await findNetwork(context, { id: args.params["networkId"] ?? "" });
  if (network === undefined || !(await maySeeNetwork(context, network))) throw new Response(null, { status: 404 });
  if (wish.toManage === true) await requireNetworkManager(context, network);
  return { context, network };
}

export async function openSystemPage(
  args: Args,
  wish: Wish = {},
): Promise<{ readonly context: PersonContext; readonly system: AutonomousSystem }> {
  const context = await openDoor(args, { steppedUp: wish.steppedUp ?? false });
  const asn = parseAsn(args.params["asn"] ?? "");
  const system = asn === undefined ? undefined : await findAutonomousSystem(context, asn);
  if (system === undefined || !(await maySeeSystem(context, system))) throw new Response(null, { status: 404 });
  if (wish.toManage === true) await requireSystemManager(context, system);
  return { context, system };
}
