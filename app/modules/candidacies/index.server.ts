// Front door (server): candidacies from the nomination to the published list.
export { acceptNomination, changePerson, declineNomination } from "./commands/answer-nomination.server.ts";
export { answerEndorsement } from "./commands/answer-endorsement.server.ts";
export { answerQuestion } from "./commands/answer-question.server.ts";
export { askCandidates } from "./commands/ask-candidates.server.ts";
export { askEndorsement } from "./commands/ask-endorsement.server.ts";
export { changePublishedAct, proposePublishedChange } from "./commands/change-published.server.ts";
export { dropContestOfCallAct, refreshStayingOfCallAct } from "./commands/contest-by-two.server.ts";
export { candidacyMailSubjects } from "./queries/mail-subjects.server.ts";
export { decideCandidacy } from "./commands/decide-candidacy.server.ts";
export { declareConflict } from "./commands/declare-conflict.server.ts";
export { moderateQuestion } from "./commands/moderate-question.server.ts";
export { nominateCandidate } from "./commands/nominate-candidate.server.ts";
export { proposePublication, publishListAct } from "./commands/publish-candidates.server.ts";
export { saveAnswers, saveBiography } from "./commands/save-file.server.ts";
export { isPartyToContest } from "./commands/require-decider.server.ts";
export { proposeQuestionnaire, setQuestionnaireAct } from "./commands/set-questionnaire.server.ts";
export { storePhoto } from "./commands/store-photo.server.ts";
export { withdrawCandidacy } from "./commands/withdraw-candidacy.server.ts";
export {
  findCandidacy,
  findPublicCandidate,
  listCandidacies,
  listPublicCandidates,
} from "./queries/candidacies.server.ts";
export { countCandidaciesToReview } from "./queries/review.server.ts";
export { listMyCandidacies } from "./queries/my-candidacies.server.ts";
export { listPublishedChanges } from "./queries/published-changes.server.ts";
export { getFileHash } from "./queries/review.server.ts";
export { listPublicQuestions } from "./queries/questions.server.ts";
export type { Candidacy, PublicCandidate } from "./domain/candidacy.ts";
export type { CandidacyState } from "./domain/candidacy-state.ts";
export { eraseUnpublishedFiles } from "./commands/erase-unpublished-files.server.ts";
