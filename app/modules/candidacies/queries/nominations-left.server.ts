// How many nominations each organisation of a person still has in each contest, so that the page explains the limit before it refuses.
import { standingOn } from "#app/modules/membership/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { CallContest } from "../domain/call-contest.ts";
import { nominationsAllowed } from "../domain/call-contest.ts";
import { isAlive } from "../domain/candidacy-state.ts";
import { listCandidacies } from "./candidacies.server.ts";

export interface NominationsLeftView {
  readonly organizationName: string;
  readonly contestTitle: Trilingual;
  readonly used: number;
  readonly allowed: number;
  /** Why the organisation may not nominate today; empty in good standing. */
  readonly reasonsNot: readonly string[];
}

export async function listNominationsLeft(
  context: ReadingContext,
  contests: readonly CallContest[],
  organizations: readonly { readonly id: string; readonly name: string }[],
): Promise<NominationsLeftView[]> {
  const today = context.clock.now().toISOString().slice(0, 10);
  const lines: NominationsLeftView[] = [];
  for (const organization of organizations) {
    const { reasonsNot } = await standingOn(context, organization.id, today);
    const own = await listCandidacies(context, { organizationIds: [organization.id] });
    for (const contest of contests) {
      const used = own.filter((each) => each.contestId === contest.id && isAlive(each.state)).length;
      lines.push({
        organizationName: organization.name,
        contestTitle: contest.title,
        used,
        allowed: nominationsAllowed(contest),
        reasonsNot,
      });
    }
  }
  return lines;
}
