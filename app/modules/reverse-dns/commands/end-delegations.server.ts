// Ends delegations whose zone has left the holder for whom they were made: the block or the sub-assignment was returned, withdrawn, given to
// somebody else, or cut differently. Nobody asks for it; pages, directory and zone files leave them out before.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";

const rowsAtOnce = 500;
const zonesNamed = 20;

/** Call it with the writers' lock. */
export async function endDelegations(
  within: ContextWithin,
  gone: readonly { readonly id: string; readonly zoneName: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  for (let begin = 0; begin < gone.length; begin += rowsAtOnce) {
    const ids = gone.slice(begin, begin + rowsAtOnce).map(({ id }) => id);
    await within.database.reverseDelegation.deleteMany({ where: { id: { in: ids } } });
  }
  const named = gone.slice(0, zonesNamed).map(({ zoneName }) => zoneName);
  await recordAudit(within, {
    action: "reverse-dns:delegations-ended",
    subjectType: "reverse-dns",
    subjectId: "all",
    details: { zones: gone.length, names: [...named, ...(gone.length > zonesNamed ? ["…"] : [])].join(", ") },
  });
}
