// What staff decided here, and whether a register file contradicts it: such a file is older than the decision, or the registry thinks otherwise.
// Called inside the import's transaction. docs/decisions/0026.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { firstOf, lastOf } from "../domain/delegation.ts";
import type { Family, Holding } from "../domain/holding.ts";
import { writeHolding } from "../domain/holding.ts";
import type { RegisterFile } from "./read-register-file.server.ts";

/** The first of them, as people write it; undefined where the file says the same. */
export async function findContradicted(
  within: ContextWithin,
  registry: string,
  { holdings }: Pick<RegisterFile, "holdings">,
  idByOpaqueId: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const where = { registry, decidedAt: { not: null } };
  for (const row of await within.database.holding.findMany({ where })) {
    const decided = { ...row, family: row.family as Family };
    const isSame = holdings.some(
      (each) =>
        isSameRecord(each, decided) &&
        each.status === decided.status &&
        idByOpaqueId.get(each.opaqueId) === decided.organizationId,
    );
    if (!isSame) return writeHolding(decided)[0];
  }
  for (const row of await within.database.undelegatedRange.findMany({ where })) {
    const decided = { ...row, family: row.family as Family };
    if (holdings.some((each) => isAcross(each, decided))) return writeHolding(decided)[0];
  }
  return undefined;
}

/** What the file says is what stands now. */
export async function forgetDecisions(within: ContextWithin, registry: string): Promise<void> {
  const wanted = { where: { registry, decidedAt: { not: null } }, data: { decidedAt: null } };
  await within.database.holding.updateMany(wanted);
  await within.database.undelegatedRange.updateMany(wanted);
}

type Numbers = Pick<Holding, "family" | "start" | "value">;

function isSameRecord(left: Numbers, right: Numbers): boolean {
  return left.family === right.family && left.start === right.start && left.value === right.value;
}

function isAcross(left: Numbers, right: Numbers): boolean {
  return left.family === right.family && firstOf(left) <= lastOf(right) && firstOf(right) <= lastOf(left);
}
