// The sub-assignments of a block: found by address, prefix, customer or name, page by page, the late ones marked.
import { formatPrefix, parseAddress, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { searchable } from "#app/modules/organizations/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { listNetworksDirectlyIn } from "#app/modules/resources/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isLate } from "../domain/registration-deadline.ts";
import type { SubAssignmentLine } from "../domain/sub-assignment-line.ts";

/** All sub-assignments of the block that fit, in the order of their addresses. */
export async function findSubAssignments(
  context: ReadingContext,
  block: Network,
  { query = "", onlyLate = false }: { readonly query?: string; readonly onlyLate?: boolean },
): Promise<SubAssignmentLine[]> {
  const networks = await listNetworksDirectlyIn(context, [block.id]);
  const ids = [...new Set(networks.map(({ organizationId }) => organizationId))];
  const organizations = new Map((await listOrganizationLines(context, ids)).map((each) => [each.id, each]));
  const days = await daysTakenOf(context, networks);
  const lines = networks.map((network): SubAssignmentLine & { readonly network: Network } => {
    const holder = organizations.get(network.organizationId);
    const prefix = formatPrefix(network.prefix);
    const daysTaken = days.get(prefix) ?? null;
    return {
      ...{ network, prefix, daysTaken, isLate: daysTaken !== null && isLate(network.prefix, daysTaken) },
      ...{ customer: holder?.name ?? "", handle: holder?.handle ?? "", name: network.name, status: network.status },
      ...{ isResidential: network.isResidential, assignedOn: network.registeredOn },
    };
  });
  const fits = fitting(query);
  return lines.filter((line) => fits(line) && (!onlyLate || line.isLate)).map(({ network: _network, ...line }) => line);
}

type Line = SubAssignmentLine & { readonly network: Network };

/** An address means the network it lies in; words must all occur. */
function fitting(query: string): (line: Line) => boolean {
  const address = parseAddress(query.trim());
  if (address !== undefined) {
    const host = { family: address.family, start: address.value, length: address.family === "ipv4" ? 32 : 128 };
    return ({ network }) => prefixHolds(network.prefix, host);
  }
  const words = searchable(query)
    .split(" ")
    .filter((word) => word !== "");
  return (line) => {
    const text = searchable(`${line.prefix} ${line.customer} ${line.handle} ${line.name}`);
    return words.every((word) => text.includes(word));
  };
}

/** A database takes a limited number of values in one question. */
const atOnce = 500;

/** Of each prefix what its last act that still holds took. Why not by the block: it may have been resized around them since. */
async function daysTakenOf(
  context: ReadingContext,
  networks: readonly Network[],
): Promise<ReadonlyMap<string, number>> {
  const prefixes = networks.map(({ prefix }) => formatPrefix(prefix));
  const days = new Map<string, number>();
  for (let start = 0; start < prefixes.length; start += atOnce) {
    const rows = await context.database.subAssignmentAct.findMany({
      where: { prefix: { in: prefixes.slice(start, start + atOnce) }, undoneAt: null },
      select: { prefix: true, daysTaken: true },
      orderBy: { sequence: "asc" },
    });
    for (const { prefix, daysTaken } of rows) days.set(prefix, daysTaken);
  }
  return days;
}
