// What two people decide about a contest of a call, with what candidacies know of it: nobody's candidacy is passed over when a contest is
// taken out, and whoever approves a new reading of who stays in office sees whom it bars. Source: domain facts §2.3.
import { refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ProposedChange } from "#app/modules/approvals/index.server.ts";
import { barredCitizenships } from "#app/modules/bodies/index.ts";
import type { ContestToDrop, NothingMore } from "#app/modules/elections/index.server.ts";
import {
  dropContestAct,
  findElection,
  linkToElection,
  listContests,
  refreshStayingAct,
  findStayingNow,
} from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isAlive, isStanding } from "../domain/candidacy-state.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";

export const dropContestOfCallAct: ApprovableAct<ContestToDrop> = {
  ...dropContestAct,
  async carryOut(within, act) {
    const { contestId } = act.payload;
    const candidacies = await listCandidacies(within, { contestId });
    const standing = candidacies.filter(({ state }) => isStanding(state));
    if (standing.length > 0)
      return refuse("CONTEST_HAS_CANDIDACIES", { names: standing.map(({ name }) => name).join(", ") });
    const dropped = await dropContestAct.carryOut(within, act);
    if (dropped.ok)
      await tellNominees(within, { electionId: act.subjectId, contestId, reason: act.reason }, candidacies);
    return dropped;
  },
};

async function tellNominees(
  within: ContextWithin,
  wish: { readonly electionId: string; readonly contestId: string; readonly reason: string },
  candidacies: readonly Candidacy[],
): Promise<void> {
  const { electionId, contestId, reason } = wish;
  const contest = (await listContests(within, electionId, { isDropped: true })).find(({ id }) => id === contestId);
  const election = await findElection(within, electionId);
  if (contest === undefined || election === undefined) return;
  for (const { id, accountId, state } of candidacies) {
    if (!isAlive(state)) continue;
    const person = await getAccount(within, accountId);
    await sendMail(within, {
      template: "elections/contest-dropped",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        electionTitle: inLanguage(election.title, person.language),
        contestTitle: inLanguage(contest.title, person.language),
        reason,
        url: `${within.settings.baseUrl}${linkToElection(electionId)}`,
      },
      deduplication: `elections/contest-dropped/${contestId}/${accountId}`,
      subject: { type: "candidacy", id },
    });
  }
}

export const refreshStayingOfCallAct: ApprovableAct<NothingMore> = {
  ...refreshStayingAct,
  async describe(context, act) {
    const changes = (await refreshStayingAct.describe?.(context, act)) ?? [];
    return [...changes, ...(await whomItBars(context, act.subjectId))];
  },
};

/** The candidacies that are barred, or are no longer, when who stays is read anew. */
async function whomItBars(context: ReadingContext, electionId: string): Promise<ProposedChange[]> {
  const found: ProposedChange[] = [];
  for (const { contestId, rules, before, after } of await findStayingNow(context, electionId)) {
    const barred = [before, after].map(
      (staying) => new Set(barredCitizenships(rules, staying).map(({ citizenship }) => citizenship)),
    );
    const isBarred = ({ citizenships }: Candidacy, at: number) => citizenships.some((code) => barred[at]?.has(code));
    const alive = (await listCandidacies(context, { contestId })).filter(({ state }) => isAlive(state));
    const named = (field: string, from: number, to: number): ProposedChange[] => {
      const moved = alive.filter((candidacy) => !isBarred(candidacy, from) && isBarred(candidacy, to));
      const names = moved.map(({ name, citizenships }) => `${name} (${citizenships.join(", ")})`).join("; ");
      return moved.length === 0 ? [] : [{ field, before: null, after: names }];
    };
    found.push(...named("nowBarred", 0, 1), ...named("noLongerBarred", 1, 0));
  }
  return found;
}
