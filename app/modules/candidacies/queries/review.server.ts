// Everything that the commission looks at before it decides on a candidacy, with the computed checks; the candidate's checklist is part of it.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CallContest } from "../domain/call-contest.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isAlive, isStanding } from "../domain/candidacy-state.ts";
import type { CompletenessLine } from "../domain/completeness.ts";
import { completenessOf, isComplete } from "../domain/completeness.ts";
import type { EligibilityCheck, OtherBody } from "../domain/eligibility.ts";
import { eligibilityOf } from "../domain/eligibility.ts";
import { fileHashOf } from "../domain/file-hash.ts";
import type { Answers, QuestionnaireDocument } from "../domain/questionnaire.ts";
import { answersToMind } from "../domain/questionnaire.ts";
import { findCall, getCallOf } from "./call.server.ts";
import { findCandidacy, listCandidacies } from "./candidacies.server.ts";
import { listOfficesOn } from "./offices.server.ts";
import { answersOf, questionnaireOf } from "./questionnaire.server.ts";

export interface CandidateFile {
  readonly candidacy: Candidacy;
  readonly contest: CallContest;
  readonly questionnaire: { readonly document: QuestionnaireDocument; readonly isAssumed: boolean };
  readonly answers: Answers;
  readonly answersVersion: number;
  readonly answersSavedAt: Date | null;
  readonly completeness: readonly CompletenessLine[];
  readonly isComplete: boolean;
  /** Another one as soon as anything of the file is another. */
  readonly fileHash: string;
}

/** The file with its checklist. */
export async function fileOf(context: ReadingContext, candidacy: Candidacy): Promise<CandidateFile> {
  const { contest } = await getCallOf(context, candidacy);
  const questionnaire = await questionnaireOf(context, contest);
  const saved = await answersOf(context, candidacy.id);
  const completeness = completenessOf({
    hasAccepted: candidacy.acceptedAt !== null,
    citizenships: candidacy.citizenships,
    country: candidacy.country,
    employer: candidacy.employer,
    questionnaire: questionnaire.document,
    answers: saved.answers,
    biography: candidacy.biography,
    hasPhoto: candidacy.photoHash !== null,
    endorsementsGiven: candidacy.endorsementsGiven,
    endorsementsNeeded: contest.rules.endorsementsNeeded,
  });
  return {
    candidacy,
    contest,
    questionnaire,
    answers: saved.answers,
    answersVersion: saved.version,
    answersSavedAt: saved.savedAt,
    completeness,
    isComplete: isComplete(completeness),
    fileHash: fileHashOf(candidacy, saved.answers),
  };
}

/** The fingerprint of a file as it is now, which a decision on it names. */
export async function getFileHash(context: ReadingContext, candidacyId: string): Promise<string> {
  const candidacy = await findCandidacy(context, candidacyId);
  if (candidacy === undefined) throw new Error(`no candidacy ${candidacyId}`);
  return (await fileOf(context, candidacy)).fileHash;
}

/** The computed checks of a candidacy as things stand now. */
export async function checksOf(context: ReadingContext, file: CandidateFile): Promise<EligibilityCheck[]> {
  const { candidacy, contest, questionnaire, answers, completeness } = file;
  const { election } = await getCallOf(context, candidacy);
  const siblings = await listCandidacies(context, { contestId: contest.id });
  const people = await listAccounts(context, [candidacy.accountId, candidacy.nominatorAccountId]);
  const rolesOf = (accountId: string) => people.find((person) => person.accountId === accountId)?.roles ?? [];
  return eligibilityOf({
    contest,
    organizationName: candidacy.organizationName,
    nominatorStanding: candidacy.nominatorStanding,
    nominationsOfOrganization:
      candidacy.organizationId === null
        ? 1
        : siblings.filter(
            (each) =>
              each.organizationId === candidacy.organizationId &&
              (each.id === candidacy.id ? isAlive(each.state) : isStanding(each.state)),
          ).length,
    roles: { nominee: rolesOf(candidacy.accountId), nominator: rolesOf(candidacy.nominatorAccountId) },
    name: candidacy.name,
    accountId: candidacy.accountId,
    citizenships: candidacy.citizenships,
    employerGroup: candidacy.employerGroup,
    officeHolders: await listOfficesOn(context, election.opensAt.slice(0, 10)),
    otherBodies: await bodiesOfOthers(context, candidacy),
    endorsementsGiven: candidacy.endorsementsGiven,
    isComplete: file.isComplete,
    missingParts: completeness.filter((line) => line.isRequired && line.done < line.of).length,
    answersToMind: answersToMind(questionnaire.document, answers).length,
  });
}

/** The bodies for which the same person stands in elections whose voting is not over, and what each of them excludes. */
async function bodiesOfOthers(context: ReadingContext, candidacy: Candidacy): Promise<OtherBody[]> {
  const others = (await listCandidacies(context, { accountId: candidacy.accountId })).filter(
    (each) => each.id !== candidacy.id && isStanding(each.state),
  );
  const bodies: OtherBody[] = [];
  for (const other of others) {
    const call = await findCall(context, other.electionId);
    const contest = call?.contests.find(({ id }) => id === other.contestId);
    if (contest !== undefined && call?.election.closedAt === null)
      bodies.push({ bodyKey: contest.bodyKey, excludes: contest.rules.incompatibleBodies });
  }
  return bodies;
}

export interface Declaration {
  readonly accountId: string;
  readonly name: string;
  readonly hasConflict: boolean;
  readonly explanation: string;
  readonly declaredAt: Date;
}

/** The newest declaration of each commissioner on a candidacy. */
export async function listDeclarations(context: ReadingContext, candidacyId: string): Promise<Declaration[]> {
  const rows = await context.database.candidacyConflict.findMany({
    where: { candidacyId },
    orderBy: { declaredAt: "asc" },
    select: { accountId: true, name: true, hasConflict: true, explanation: true, declaredAt: true },
  });
  return [...new Map(rows.map((row) => [row.accountId, row])).values()];
}

/** What this commissioner declared last; undefined before the first declaration. */
export async function ownDeclaration(
  context: ReadingContext,
  candidacyId: string,
  accountId: string,
): Promise<Declaration | undefined> {
  return (await listDeclarations(context, candidacyId)).find((each) => each.accountId === accountId);
}

/** How many accepted candidacies this commissioner can review: where she declared a conflict, others do. */
export async function countCandidaciesToReview(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<number> {
  const candidacies = await listCandidacies(context, { electionId });
  const waiting = candidacies.filter(({ state }) => state === "accepted");
  const declared = await Promise.all(waiting.map(({ id }) => ownDeclaration(context, id, accountId)));
  return declared.filter((declaration) => declaration?.hasConflict !== true).length;
}

export interface DecisionView {
  readonly id: string;
  readonly kind: string;
  readonly reasons: string;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** All decisions on a candidacy, the newest first. */
export async function listDecisions(context: ReadingContext, candidacyId: string): Promise<DecisionView[]> {
  return context.database.candidacyDecision.findMany({
    where: { candidacyId },
    orderBy: { decidedAt: "desc" },
    select: { id: true, kind: true, reasons: true, decidedByName: true, decidedAt: true },
  });
}

export interface EndorsementView {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly askedAt: Date | null;
  readonly givenAt: Date | null;
  readonly declinedAt: Date | null;
}

export async function listEndorsements(context: ReadingContext, candidacyId: string): Promise<EndorsementView[]> {
  return context.database.endorsement.findMany({
    where: { candidacyId },
    orderBy: { organizationName: "asc" },
    select: { organizationId: true, organizationName: true, askedAt: true, givenAt: true, declinedAt: true },
  });
}
