// What a person has to do with candidacies: her own, those that she proposed, and the support that others ask of her organisations.
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { CandidacyState } from "../domain/candidacy-state.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { findCall } from "./call.server.ts";
import { findCandidacy, listCandidacies } from "./candidacies.server.ts";

export interface CandidacyLine {
  readonly id: string;
  readonly name: string;
  readonly state: CandidacyState;
  readonly contestTitle: Trilingual;
}

export interface OwnCandidacyLine extends CandidacyLine {
  /** Released questions that she has not answered. */
  readonly unanswered: number;
}

export interface AskedSupport extends CandidacyLine {
  readonly organizationName: string;
  readonly answer: "waiting" | "given" | "declined";
}

export interface MyCandidacies {
  readonly own: readonly OwnCandidacyLine[];
  readonly proposed: readonly CandidacyLine[];
  readonly asked: readonly AskedSupport[];
}

export async function listMyCandidacies(context: ReadingContext, accountId: string): Promise<MyCandidacies> {
  const own = await listCandidacies(context, { accountId });
  const proposed = (await listCandidacies(context, { nominatorAccountId: accountId })).filter(
    (candidacy) => candidacy.accountId !== accountId,
  );
  const titles = new TitlesOfContests(context);
  const line = async (candidacy: Candidacy): Promise<CandidacyLine> => ({
    id: candidacy.id,
    name: candidacy.name,
    state: candidacy.state,
    contestTitle: await titles.of(candidacy),
  });
  const acted = await listOrganizationsOfContact(context, accountId, "membership");
  const requests = await context.database.endorsement.findMany({
    where: { organizationId: { in: acted.map(({ organization }) => organization.id) }, askedAt: { not: null } },
    orderBy: { askedAt: "desc" },
  });
  const asked: AskedSupport[] = [];
  for (const request of requests) {
    const candidacy = await findCandidacy(context, request.candidacyId);
    if (candidacy === undefined) continue;
    const answer = request.givenAt !== null ? "given" : request.declinedAt !== null ? "declined" : "waiting";
    asked.push({ ...(await line(candidacy)), organizationName: request.organizationName, answer });
  }
  const ownLine = async (candidacy: Candidacy): Promise<OwnCandidacyLine> => ({
    ...(await line(candidacy)),
    unanswered: candidacy.state === "published" ? await countUnanswered(context, candidacy) : 0,
  });
  return { own: await Promise.all(own.map(ownLine)), proposed: await Promise.all(proposed.map(line)), asked };
}

function countUnanswered(context: ReadingContext, { id, contestId }: Candidacy): Promise<number> {
  return context.database.candidateQuestion.count({
    where: { contestId, state: "published", answers: { none: { candidacyId: id } } },
  });
}

/** Asks for each election once. */
class TitlesOfContests {
  readonly #context: ReadingContext;
  readonly #known = new Map<string, Promise<Trilingual>>();

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  of({ electionId, contestId }: Candidacy): Promise<Trilingual> {
    const known = this.#known.get(contestId);
    if (known !== undefined) return known;
    const found = findCall(this.#context, electionId).then(
      (call) => call?.contests.find(({ id }) => id === contestId)?.title ?? { es: "", en: "", pt: "" },
    );
    this.#known.set(contestId, found);
    return found;
  }
}
