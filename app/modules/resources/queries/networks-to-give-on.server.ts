// The networks of which a person may give parts on: those she is the technical contact of, and those of her organisations.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";

/** In order, at most `limit`. */
export async function listNetworksToGiveOn(
  context: ReadingContext,
  keeper: {
    readonly technicalContactId: string;
    readonly holderIds: readonly string[];
    readonly limit: number;
  },
): Promise<Network[]> {
  const { technicalContactId, holderIds, limit } = keeper;
  const rows = await context.database.network.findMany({
    where: {
      status: { in: ["allocated", "reallocated"] },
      OR: [{ technicalContactId }, { organizationId: { in: [...holderIds] } }],
    },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
    take: limit,
  });
  return rows.map(asNetwork);
}
