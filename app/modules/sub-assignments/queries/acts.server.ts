// What was done last in a block, and by whom, so that it can be taken back.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ActKind } from "../domain/act.ts";
import { actKinds } from "../domain/act.ts";

export interface ActLine {
  readonly actId: string;
  readonly kind: ActKind;
  readonly prefix: string;
  readonly actedAt: string;
  readonly actedByName: string;
  readonly isUndone: boolean;
}

/** The newest first. */
export async function listActs(context: ReadingContext, block: Network, limit: number): Promise<ActLine[]> {
  const rows = await context.database.subAssignmentAct.findMany({
    where: { block: formatPrefix(block.prefix) },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  return rows.flatMap(({ id, kind, prefix, actedAt, actedByName, undoneAt }) => {
    const known = actKinds.find((each) => each === kind);
    if (known === undefined) return [];
    return [
      { actId: id, kind: known, prefix, actedAt: actedAt.toISOString(), actedByName, isUndone: undoneAt !== null },
    ];
  });
}
