// Reads anew who stays in office when the elected begin, because somebody left (or took) a seat after the election was created. Only until
// the candidates are published: whom the caps bar is part of what was promised to them. Source: domain facts §2.3 (ineligible nationalities).
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { FrozenRules } from "#app/lib/audit-bundle/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listStaying } from "#app/modules/bodies/index.server.ts";
import { barredCitizenships, bodyRulesDocument, readStayingHolders, termsBeginOn } from "#app/modules/bodies/index.ts";
import type { OfficeHolder } from "#app/modules/bodies/index.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage, inLanguage } from "#app/platform/language/languages.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { readElection } from "../../commands/lock-election.server.ts";
import { traitsOf } from "../../domain/seat-ground.ts";
import type { ActBeforeSealing } from "./decide-before-sealing.server.ts";
import { actBeforeSealing } from "./decide-before-sealing.server.ts";

export type NothingMore = Readonly<Record<string, never>>;

export const refreshStaying: ActBeforeSealing<NothingMore> = {
  kind: "elections:refresh-staying",
  decision: "staying-refreshed",
  async judge(context, election) {
    if (await areCandidatesPublished(context, election)) return refuse("CANDIDATES_ALREADY_PUBLISHED");
    const moved = await stayingNow(context, election);
    if (moved.length === 0) return refuse("STAYING_UNCHANGED");
    return ok({
      changes: moved.flatMap(({ title, before, after, rules }) => [
        { field: "staying", before: inWords(title, before), after: inWords(title, after) },
        { field: "barred", before: barredIn(rules, before), after: barredIn(rules, after) },
      ]),
      subject: {
        contests: moved.map(({ title, before, after }): Json => {
          const [was, is] = [before.map(({ name }) => name), after.map(({ name }) => name)];
          return {
            title,
            left: was.filter((name) => !is.includes(name)),
            came: is.filter((name) => !was.includes(name)),
          };
        }),
      },
    });
  },
  async write(within, election) {
    for (const { contestId, after } of await stayingNow(within, election))
      await within.database.contest.update({
        where: { id: contestId },
        data: { staying: after.map((holder) => ({ ...holder })) },
      });
  },
};

export const refreshStayingAct = actBeforeSealing(refreshStaying);

export interface StayingMoved {
  readonly contestId: string;
  readonly title: Trilingual;
  readonly rules: FrozenRules;
  readonly before: readonly OfficeHolder[];
  readonly after: readonly OfficeHolder[];
}

/** The contests in which others stay now than when they were created, or last refreshed. */
async function stayingNow(
  context: ReadingContext,
  { contests, closesAt }: Pick<LockedElection, "contests" | "closesAt">,
): Promise<StayingMoved[]> {
  const moved: StayingMoved[] = [];
  for (const { id: contestId, title, bodyKey, rules, staying, termsBeginOn: begin } of contests) {
    const document = bodyRulesDocument.safeParse(rules);
    if (bodyKey === null || begin === null || !document.success) continue;
    // Why compared: a day that was given for these terms follows no rule of the body.
    const isOfRules = termsBeginOn(document.data, closesAt) === begin;
    const termsBegin = isOfRules ? document.data.termsBegin : "on-its-day";
    const after = await listStaying(context, { bodyKey, begin, termsBegin });
    const before = readStayingHolders(staying);
    if (isSame(before, after)) continue;
    moved.push({ contestId, title: title as Trilingual, rules: document.data, before, after });
  }
  return moved;
}

function isSame(before: readonly OfficeHolder[], after: readonly OfficeHolder[]): boolean {
  const textOf = (holders: readonly OfficeHolder[]) => canonicalJson(holders.map((holder): Json => ({ ...holder })));
  return textOf(before) === textOf(after);
}

export async function findStayingNow(context: ReadingContext, electionId: string): Promise<StayingMoved[]> {
  return stayingNow(context, await readElection(context, electionId));
}

/** Why nothing is read anew now; null where it may be. */
export async function whyStayingStands(context: ReadingContext, electionId: string): Promise<string | null> {
  const judged = await refreshStaying.judge(context, await readElection(context, electionId), {});
  return judged.ok ? null : judged.error.code;
}

async function areCandidatesPublished(context: ReadingContext, election: LockedElection): Promise<boolean> {
  if (election.contests.some(({ candidates }) => candidates.some(({ candidacyId }) => candidacyId !== null)))
    return true;
  const stage = (await findStages(context, election.id)).find(({ kind }) => kind === "candidates-publication");
  return stage !== undefined && stage.opensAt <= context.clock.now();
}

function inWords(title: Trilingual, people: readonly OfficeHolder[]): string {
  return [inLanguage(title, defaultLanguage), ...people.map(traitsOf)].join("\n");
}

function barredIn(rules: FrozenRules, staying: readonly OfficeHolder[]): string {
  return barredCitizenships(rules, staying)
    .map(({ citizenship }) => citizenship)
    .join(", ");
}
