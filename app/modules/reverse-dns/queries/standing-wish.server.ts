// What the form of a delegation begins with: the range that was asked for, and what is delegated there now.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, parsePrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { writeDsOfZone } from "../domain/ds-lines.ts";
import { listDelegationsInside } from "./delegations.server.ts";
import { countZones } from "./my-blocks.server.ts";

export interface WrittenWish {
  readonly range: string;
  /** One a line, as they are typed. */
  readonly servers: string;
  readonly dsRecords: string;
}

/** The whole block where nothing inside it was asked for. */
export async function findStandingWish(
  context: ReadingContext,
  block: Prefix,
  asked: string | null,
): Promise<WrittenWish> {
  const wanted = asked === null ? undefined : parsePrefix(asked);
  // Why inside: a range around it may be the whole register.
  const range = wanted !== undefined && prefixHolds(block, wanted) ? wanted : block;
  const standing = await listDelegationsInside(context, range);
  const lines = standing.flatMap(({ zoneName, dsRecords }) =>
    dsRecords.map((record) => writeDsOfZone({ zoneName, ...record }, countZones(range))),
  );
  const servers = (standing[0]?.servers ?? []).map(({ host }) => host);
  return { range: formatPrefix(range), servers: servers.join("\n"), dsRecords: lines.join("\n") };
}
