// The direct networks for whose zones and parts a person answers: as technical contact, or as administrative contact of the holder.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";

/** In order, at most `limit`; `organizationIds` are those of which the person is the administrative contact. */
export async function listBlocksOfContact(
  context: ReadingContext,
  wish: { readonly accountId: string; readonly organizationIds: readonly string[]; readonly limit: number },
): Promise<Network[]> {
  const rows = await context.database.network.findMany({
    where: {
      parentId: null,
      OR: [{ technicalContactId: wish.accountId }, { organizationId: { in: [...wish.organizationIds] } }],
    },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
    take: wish.limit,
  });
  return rows.map(asNetwork);
}
