// The versions of the rules: which holds on a date, and all of them.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { defaultRules, defaultRulesFrom, defaultRulesSource } from "../domain/default-rules.ts";
import { rulesDocument } from "../domain/rules.ts";
import type { RulesVersion } from "../domain/right-to-vote.ts";

/** The built-in rules, as a version. */
export const defaultVersion: RulesVersion = {
  id: "default",
  effectiveFrom: defaultRulesFrom,
  isAssumed: true,
  source: defaultRulesSource,
  document: defaultRules,
};

/** The rules of a day (YYYY-MM-DD): the newest version that is effective on it. */
export async function rulesOn(context: ReadingContext, date: string): Promise<RulesVersion> {
  const row = await context.database.membershipRules.findFirst({
    where: { effectiveFrom: { lte: date } },
    orderBy: { effectiveFrom: "desc" },
  });
  return row === null ? defaultVersion : asVersion(row);
}

/** All versions, newest first; the last is the built-in one. */
export async function listRulesVersions(context: ReadingContext): Promise<RulesVersion[]> {
  const rows = await context.database.membershipRules.findMany({ orderBy: { effectiveFrom: "desc" } });
  return [...rows.map(asVersion), defaultVersion];
}

interface RulesRow {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly isAssumed: boolean;
  readonly source: string;
  readonly document: unknown;
}

function asVersion({ id, effectiveFrom, isAssumed, source, document }: RulesRow): RulesVersion {
  return { id, effectiveFrom, isAssumed, source, document: rulesDocument.parse(document) };
}
