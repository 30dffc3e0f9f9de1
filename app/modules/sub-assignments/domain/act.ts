// An act on a sub-assignment: a network goes, another comes, or both. Undoing it is the same the other way round.
import { z } from "zod";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { networkStatuses } from "#app/modules/resources/index.ts";
import type { Network, NetworkFields } from "#app/modules/resources/index.ts";

export const actKinds = ["registered", "returned", "resized", "transferred"] as const;
export type ActKind = (typeof actKinds)[number];

/** A network as an act took it away or left it. */
export interface PlacedNetwork extends NetworkFields {
  readonly prefix: Prefix;
  /** The day of the assignment. */
  readonly registeredOn: string;
}

const keptNetwork = z.object({
  prefix: z.string(),
  organizationId: z.string(),
  status: z.enum(networkStatuses),
  name: z.string(),
  isResidential: z.boolean(),
  technicalContactId: z.string().nullable(),
  abuseContactId: z.string().nullable(),
  originAsn: z.number().nullable(),
  // Why a default: acts that are older than the field say nothing of it.
  geofeedUrl: z.string().nullable().default(null),
  registeredOn: z.string(),
});
export type KeptNetwork = z.output<typeof keptNetwork>;

/**
 * What somebody had before her when she decided: this network in this version.
 * Why not the prefix with a version: returned and given on again, it begins at the first version with another customer.
 */
export function markOf({ id, version }: Pick<Network, "id" | "version">): string {
  return `${id} ${version}`;
}

/** A network without what only the register knows of it. */
export function asPlaced(network: PlacedNetwork): PlacedNetwork {
  const { prefix, organizationId, status, name, isResidential, technicalContactId, abuseContactId } = network;
  const { originAsn, geofeedUrl, registeredOn } = network;
  const fields = { organizationId, status, name, isResidential, technicalContactId, abuseContactId };
  return { prefix, ...fields, originAsn, geofeedUrl, registeredOn };
}

/** As it is kept. */
export function writeNetwork(network: PlacedNetwork): KeptNetwork {
  return { ...asPlaced(network), prefix: formatPrefix(network.prefix) };
}

export function readNetwork(kept: unknown): PlacedNetwork | undefined {
  if (kept === null || kept === undefined) return undefined;
  const { prefix: text, ...fields } = keptNetwork.parse(kept);
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} was kept and is not a prefix`);
  return { prefix, ...fields };
}

export type UndoRefusal = Refusal<"ACT_UNDONE" | "ACT_SUPERSEDED">;

export interface ActToUndo {
  readonly isUndone: boolean;
  readonly blockHolderId: string;
  /** What the act left; undefined for a return. */
  readonly after: PlacedNetwork | undefined;
}

/** Whether everything is as the act left it; what lies in the way of taking it back is for the register to say. */
export function decideUndo(
  act: ActToUndo,
  now: { readonly blockHolderId: string; readonly standing: PlacedNetwork | undefined },
): Result<ActToUndo, UndoRefusal> {
  if (act.isUndone) return refuse("ACT_UNDONE");
  if (act.blockHolderId !== now.blockHolderId) return refuse("ACT_SUPERSEDED");
  if (act.after === undefined) return ok(act);
  const isAsLeft = now.standing !== undefined && isSame(writeNetwork(now.standing), writeNetwork(act.after));
  return isAsLeft ? ok(act) : refuse("ACT_SUPERSEDED");
}

function isSame(left: KeptNetwork, right: KeptNetwork): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
