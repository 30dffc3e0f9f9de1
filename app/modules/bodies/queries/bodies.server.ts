// The bodies, and the version of their rules that holds on a date.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { Body } from "../domain/default-bodies.ts";
import { builtInBodies, defaultVersions } from "../domain/default-bodies.ts";
import { bodyRulesDocument } from "../domain/rules.ts";
import type { BodyRulesVersion } from "../domain/rules.ts";

/** All bodies, the built-in ones first. */
export async function listBodies(context: ReadingContext): Promise<Body[]> {
  const added = await context.database.body.findMany({ orderBy: { createdAt: "asc" } });
  const builtIn = builtInBodies.filter(({ key }) => key !== "other");
  const other = builtInBodies.filter(({ key }) => key === "other");
  return [...builtIn, ...added.map(({ key, names }) => ({ key, names: names as Trilingual })), ...other];
}

/** One body; undefined when there is none of this key. */
export async function findBody(context: ReadingContext, bodyKey: string): Promise<Body | undefined> {
  return (await listBodies(context)).find(({ key }) => key === bodyKey);
}

/** The rules of a body on a day (YYYY-MM-DD): the newest version that is effective on it. Undefined when there are none. */
export async function findBodyRules(
  context: ReadingContext,
  bodyKey: string,
  date: string,
): Promise<BodyRulesVersion | undefined> {
  const versions = await listBodyRulesVersions(context, bodyKey);
  return versions.find(({ effectiveFrom }) => effectiveFrom <= date);
}

/** All versions of a body's rules, the newest first. A written version replaces a built-in one of the same day. */
export async function listBodyRulesVersions(context: ReadingContext, bodyKey: string): Promise<BodyRulesVersion[]> {
  const rows = await context.database.bodyRules.findMany({ where: { bodyKey } });
  const written = rows.map((row) => ({
    id: row.id,
    bodyKey: row.bodyKey,
    effectiveFrom: row.effectiveFrom,
    isAssumed: row.isAssumed,
    source: row.source,
    document: bodyRulesDocument.parse(row.document),
  }));
  const days = new Set(written.map(({ effectiveFrom }) => effectiveFrom));
  const builtIn = defaultVersions.filter((each) => each.bodyKey === bodyKey && !days.has(each.effectiveFrom));
  return [...written, ...builtIn].sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? 1 : -1));
}
