// Whether the frozen rolls still prove themselves: entries, root, hidden parts, and the changes that led to the present version.
import { rollPrivateHash } from "#app/lib/roll-proof/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { privatePartOf } from "../domain/roll-parts.ts";
import { computeRollRoot, onRoll } from "./roll-tree.server.ts";
import { isStillNeeded } from "./still-needed.server.ts";

export interface DatedChange {
  readonly version: number;
  readonly decidedAt: Date;
  /** Two people decided it; otherwise an organisation gave its vote into other hands, or took it back. */
  readonly isDecision: boolean;
}

export interface RollCheck {
  readonly electionId: string;
  readonly title: Trilingual;
  /** Each version after the first, oldest first. */
  readonly changes: readonly DatedChange[];
  /** The entries give the root that was frozen or decided, the hidden parts fit their hashes, and no version is without its change. */
  readonly isWhole: boolean;
}

/** Every frozen roll, except those of elections whose result is official. */
export async function checkRolls(context: Context, official: ReadonlySet<string>): Promise<RollCheck[]> {
  const frozen = await context.database.election.findMany({
    where: { rollFrozenAt: { not: null }, ...isStillNeeded(context) },
    select: { id: true, title: true, rollRoot: true, rollVersion: true },
  });
  const checks: RollCheck[] = [];
  for (const { id, title, rollRoot, rollVersion } of frozen.filter(({ id }) => !official.has(id))) {
    const rows = await context.database.rollChange.findMany({
      where: { electionId: id },
      orderBy: { version: "asc" },
      select: { version: true, decidedAt: true, proposalId: true, root: true },
    });
    const last = rows.at(-1);
    const isCounted = rollVersion === rows.length + 1 && (last === undefined || last.root === rollRoot);
    const isWhole =
      isCounted && (await computeRollRoot(context, id)) === rollRoot && (await hidesWhatItSays(context, id));
    const changes = rows.map(({ version, decidedAt, proposalId }) => ({
      ...{ version, decidedAt },
      isDecision: proposalId !== null,
    }));
    checks.push({ electionId: id, title: title as Trilingual, changes, isWhole });
  }
  return checks;
}

async function hidesWhatItSays(context: Context, electionId: string): Promise<boolean> {
  // Why the log: whoever emptied the columns to put another contact there could not write that the people were erased when it was time.
  const erased = { subjectId: electionId, action: "elections:roll-contacts-erased", limit: 1 } as const;
  if ((await listAuditEntries(context, erased)).length > 0) return true;
  const entries = await context.database.rollEntry.findMany({ where: { electionId, ...onRoll } });
  return entries.every((entry) => rollPrivateHash(entry.salt, privatePartOf(entry)) === entry.privateHash);
}
