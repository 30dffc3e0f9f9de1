// The addresses of this module's pages.

export { linkToCall, linkToCandidate, linkToCandidates, linkToReview } from "#app/modules/elections/index.ts";
import { linkToReview } from "#app/modules/elections/index.ts";

/** What members asked the candidates, and what they answered. */
export function linkToCandidateQuestions(electionId: string): string {
  return `/elections/${electionId}/questions`;
}

/** A changed picture has another address, so that browsers may keep each for ever. */
export function linkToPhoto(candidacyId: string, hash: string): string {
  return `/candidates/${candidacyId}/photo?v=${hash.slice(0, 12)}`;
}

export function linkToNominate(electionId: string): string {
  return `/my/elections/${electionId}/nominate`;
}

/** My candidacies, those that I proposed, and what other candidates ask of my organisation. */
export function linkToMyCandidacies(): string {
  return "/my/candidacies";
}

/** The candidate's desk; before the acceptance, the question whether to accept. */
export function linkToMyCandidacy(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}`;
}

/** Where a candidate, or the nominator, asks other members for their support. */
export function linkToAskEndorsements(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/endorsements`;
}

/** Where a membership contact supports a candidacy or declines. */
export function linkToEndorse(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/endorse`;
}

export function linkToMyQuestionnaire(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/questionnaire`;
}

export function linkToMyBiography(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/biography`;
}

export function linkToMyPhoto(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/photo`;
}

/** The facts of the person: country, citizenships, employer. */
export function linkToMyPerson(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/person`;
}

/** The public page as voters will see it. */
export function linkToPreview(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/preview`;
}

export function linkToWithdraw(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/withdraw`;
}

/** The questions of members that a candidate may answer. */
export function linkToAnswerQuestions(candidacyId: string): string {
  return `/my/candidacies/${candidacyId}/questions`;
}

/** Where a member asks the candidates. */
export function linkToAsk(electionId: string): string {
  return `/my/elections/${electionId}/ask`;
}

export function linkToReviewOf(electionId: string, candidacyId: string): string {
  return `${linkToReview(electionId)}/${candidacyId}`;
}

/** Where a commissioner proposes what a published file shall say. */
export function linkToChangeFile(electionId: string, candidacyId: string): string {
  return `${linkToReviewOf(electionId, candidacyId)}/change`;
}

/** Where the commission releases members' questions. */
export function linkToModeration(electionId: string): string {
  return `/commission/elections/${electionId}/questions`;
}

/** What candidates of each body are asked, over time. */
export function linkToQuestionnaires(): string {
  return "/commission/questionnaires";
}

/** One version as a candidate sees it. */
export function linkToQuestionnaireVersion(questionnaireId: string): string {
  return `/commission/questionnaires/${questionnaireId}`;
}

/** Where the next version is written, beginning with what this one asks. */
export function linkToNewQuestionnaire(questionnaireId?: string): string {
  return questionnaireId === undefined
    ? "/commission/questionnaires/new"
    : `/commission/questionnaires/new?from=${questionnaireId}`;
}
