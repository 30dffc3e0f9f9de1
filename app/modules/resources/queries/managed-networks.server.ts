// The networks that a person manages, as technical contact or as administrative contact of the holder (domain/who-manages.ts).
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { NetworkStatus } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import type { Network } from "../domain/network.ts";

/** In the order of addresses, at most `limit`; only the direct ones, or only those of these statuses, where that is wished. */
export async function listManagedNetworks(
  context: ReadingContext,
  accountId: string,
  wish: { readonly limit: number; readonly isDirect?: true; readonly statuses?: readonly NetworkStatus[] },
): Promise<Network[]> {
  const administered = await listOrganizationsOfContact(context, accountId, "administrative");
  const organizationId = { in: administered.map(({ organization }) => organization.id) };
  const rows = await context.database.network.findMany({
    where: {
      ...(wish.isDirect ? { parentId: null } : {}),
      ...(wish.statuses === undefined ? {} : { status: { in: [...wish.statuses] } }),
      OR: [{ technicalContactId: accountId }, { organizationId }],
    },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
    take: wish.limit,
  });
  return rows.map(asNetwork);
}
